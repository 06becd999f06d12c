import type { Section } from "../../gen/types";
import { t } from "../../text";
import { sectionTitle } from "./sections";
import { useAccount } from "./viewer";

// Why nothing of a section can be changed by the viewer, for the buttons that would; nothing, where
// it can.
export function useWhyNotEdit(section: Section): string | undefined {
  const account = useAccount();
  if (account.mayEdit(section)) return undefined;
  if (account.seenAs) return whyNotInView(account.seenAs, section, account.level(section) === "FULL");
  return t("You have View Only to {section}; this needs Full Access. My Access says who can grant it.", { section: sectionTitle(section) });
}

// What the seen username may do is told, and that nobody does it in a view.
const whyNotInView = (username: string, section: Section, may: boolean): string =>
  may
    ? t("{username} may do this. You only look: leave the view to do it yourself.", { username })
    : t("{username} has View Only to {section}; this needs Full Access.", { username, section: sectionTitle(section) });
