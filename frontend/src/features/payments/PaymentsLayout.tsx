import { Outlet } from "@tanstack/react-router";
import { SectionPage } from "../shell/SectionPage";

export function PaymentsLayout() {
  return (
    <SectionPage section="PAYMENTS">
      <Outlet />
    </SectionPage>
  );
}
