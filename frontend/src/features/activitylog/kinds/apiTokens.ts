import { Ban, KeyRound, KeySquare, Plug, Unplug } from "lucide-react";
import { plural, t } from "../../../text";
import { data } from "../data";
import { type Entry, type Kind, who } from "../entry";

// What partner apps ask with.
export const apiTokenKinds: Record<string, Kind> = {
  "token.created": { label: () => t("API token made"), icon: Plug, say: (e) => t("{who} made an API token for {app}", { who: who(e), app: appOf(e) }) },
  "token.revoked": { label: () => t("API token revoked"), icon: Unplug, say: (e) => t("{who} revoked the API token of {app}", { who: who(e), app: appOf(e) }) },
  "token.listed": {
    label: () => t("API tokens listed"),
    icon: KeySquare,
    say: (e) => plural(e.rowCount ?? 0, "{who} looked at the API tokens that reach this account: {count}", "{who} looked at the API tokens that reach this account: {count}", { who: who(e) }),
  },
  "token.shut": { label: () => t("API token shut out of the account"), icon: Ban, say: (e) => t("{who} shut the API token of {app} out of this account", { who: who(e), app: appOf(e) }) },
  "token.rule": {
    label: () => t("API tokens forbidden or allowed"),
    icon: KeyRound,
    say: (e) => (e.changes?.["tokensForbidden"]?.[1] === true ? t("{who} let no API tokens into this account any more", { who: who(e) }) : t("{who} let API tokens into this account again", { who: who(e) })),
  },
};

function appOf({ changes }: Entry): string {
  const name = changes?.["token"]?.[1];
  return typeof name === "string" && name !== "" ? data(name) : t("an app");
}
