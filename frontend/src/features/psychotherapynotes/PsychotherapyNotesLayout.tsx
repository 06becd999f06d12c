import { Outlet } from "@tanstack/react-router";
import { SectionPage } from "../shell/SectionPage";

export function PsychotherapyNotesLayout() {
  return (
    <SectionPage section="PSYCHOTHERAPY_NOTES">
      <Outlet />
    </SectionPage>
  );
}
