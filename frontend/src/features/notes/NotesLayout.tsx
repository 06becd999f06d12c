import { Outlet } from "@tanstack/react-router";
import { SectionPage } from "../shell/SectionPage";

export function NotesLayout() {
  return (
    <SectionPage section="NOTES">
      <Outlet />
    </SectionPage>
  );
}
