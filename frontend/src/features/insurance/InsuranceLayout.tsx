import { Outlet } from "@tanstack/react-router";
import { SectionPage } from "../shell/SectionPage";

export function InsuranceLayout() {
  return (
    <SectionPage section="INSURANCE">
      <Outlet />
    </SectionPage>
  );
}
