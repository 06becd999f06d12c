import { useIsPhone } from "../../ui/useIsPhone";
import { SectionLinks } from "./SectionLinks";

export function SideMenu() {
  if (useIsPhone()) return null;
  return (
    <div className="no-print sticky top-14 h-[calc(100dvh-3.5rem)] w-56 shrink-0 overflow-y-auto border-r bg-surface px-3 py-4">
      <SectionLinks />
    </div>
  );
}
