import { Outlet } from "@tanstack/react-router";
import { SectionPage } from "../shell/SectionPage";

export function InvoicesLayout() {
  return (
    <SectionPage section="INVOICES">
      <Outlet />
    </SectionPage>
  );
}
