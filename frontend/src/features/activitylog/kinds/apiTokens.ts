import { Ban, KeyRound, KeySquare, Plug, PlugZap, ShieldX, Unplug } from "lucide-react";
import { plural, t } from "../../../text";
import { data } from "../data";
import { type Entry, type Kind, who, whom } from "../entry";

// What partner apps ask with: tokens that are made for them, and what they were let do where they asked for it.
export const apiTokenKinds: Record<string, Kind> = {
  "token.created": { label: () => t("API token made"), icon: Plug, say: (e) => (isLetIn(e) ? t("{who} let {app} in", about(e)) : t("{who} made an API token for {app}", about(e))) },
  "token.revoked": { label: () => t("API token revoked"), icon: Unplug, say: revoked },
  "token.begun": { label: () => t("App began to use what it was let do"), icon: PlugZap, say: (e) => t("{who} began to use what it was let do", about(e)) },
  "token.misused": {
    label: () => t("App ended because a code or refresh token was misused"),
    icon: ShieldX,
    say: (e) => t("What {who} was let do has ended, as somebody else may have it: {reason}", { ...about(e), reason: data(e.reason ?? "") }),
  },
  "token.listed": {
    label: () => t("API tokens listed"),
    icon: KeySquare,
    say: (e) => plural(e.rowCount ?? 0, "{who} looked at the API tokens that reach this account: {count}", "{who} looked at the API tokens that reach this account: {count}", { who: who(e) }),
  },
  "token.shut": { label: () => t("API token shut out of the account"), icon: Ban, say: (e) => t("{who} shut the API token of {app} out of this account", about(e)) },
  "token.rule": {
    label: () => t("API tokens forbidden or allowed"),
    icon: KeyRound,
    say: (e) => (e.changes?.["tokensForbidden"]?.[1] === true ? t("{who} let no apps into this account any more", about(e)) : t("{who} let apps into this account again", about(e))),
  },
};

const isLetIn = ({ changes }: Entry): boolean => changes?.["kind"]?.[1] === "APP";

// An app ends by itself what it was let do, when it is left. Whoever asks for a new password ends what was made with the old one.
function revoked(e: Entry): string {
  if (e.changes?.["username"]) return t("{who} ended what {app} could do in the name of {whom}, with the password", { ...about(e), whom: whom(e) });
  if (!isLetIn(e)) return t("{who} revoked the API token of {app}", about(e));
  return e.app ? t("{who} gave back what it was let do", about(e)) : t("{who} ended what {app} was let do", about(e));
}

function about(e: Entry) {
  const name = e.changes?.["token"]?.[1];
  return { who: who(e), app: typeof name === "string" && name !== "" ? data(name) : t("an app") };
}
