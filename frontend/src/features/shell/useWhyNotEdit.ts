import type { Section } from "../../gen/types";
import { t } from "../../text";
import { sectionTitle } from "./sections";
import { useAccount } from "./viewer";

// Why nothing of a section can be changed by the viewer, for the buttons that would; nothing, where
// it can.
export function useWhyNotEdit(section: Section): string | undefined {
  const account = useAccount();
  if (account.mayEdit(section)) return undefined;
  return t("You have View Only to {section}; this needs Full Access. My Access says who can grant it.", { section: sectionTitle(section) });
}
