import { ClipboardCheck, ClipboardList, ClipboardPen, ClipboardPlus, ClipboardX } from "lucide-react";
import { t } from "../../../text";
import { type Kind, who } from "../entry";
import { counted, withChanges } from "./records";

export const clientSessionKinds: Record<string, Kind> = {
  "session.listed": { label: () => t("Client sessions listed"), icon: ClipboardList, say: (e) => counted(e, "{who} listed {count} client session", "{who} listed {count} client sessions") },
  "session.opened": { label: () => t("Client session opened"), icon: ClipboardCheck, say: (e) => t("{who} opened a client session", { who: who(e) }) },
  "session.refreshed": { label: () => t("Open client session shown anew"), icon: ClipboardCheck, say: (e) => t("{who} was shown a client session anew that they had open", { who: who(e) }) },
  "session.added": { label: () => t("Client session added"), icon: ClipboardPlus, say: (e) => counted(e, "{who} added {count} client session", "{who} added {count} client sessions") },
  "session.changed": { label: () => t("Client session changed"), icon: ClipboardPen, say: (e, telling) => withChanges(e, telling, t("{who} changed a client session", { who: who(e) })) },
  "session.voided": { label: () => t("Client session voided"), icon: ClipboardX, say: (e) => t("{who} voided a client session: {reason}", { who: who(e), reason: reason(e.changes?.reason?.[1]) }) },
};

function reason(word: unknown): string {
  switch (word) {
    case "MISTAKE":
      return t("something in it was wrong");
    case "DUPLICATE":
      return t("it was entered twice");
    case "WRONG_CLIENT":
      return t("it was with another client");
    case "NOT_HELD":
      return t("it did not take place");
    default:
      return t("no reason is known");
  }
}
