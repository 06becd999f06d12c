import { Outlet, useRouter } from "@tanstack/react-router";
import { RouterProvider } from "react-aria-components";
import { OfflineBanner } from "./OfflineBanner";

// What stands around every page. React Aria's own links go through the router too.
export function Root() {
  const router = useRouter();
  return (
    <RouterProvider navigate={(to) => router.history.push(to)}>
      <OfflineBanner />
      <Outlet />
    </RouterProvider>
  );
}
