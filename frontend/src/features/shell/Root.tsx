import { Outlet } from "@tanstack/react-router";
import { OfflineBanner } from "./OfflineBanner";

// What stands around every page.
export function Root() {
  return (
    <>
      <OfflineBanner />
      <Outlet />
    </>
  );
}
