import { ArrowLeftRight, LogIn, LogOut, MonitorX, ShieldX, Sparkles, UserRoundKey } from "lucide-react";
import { t } from "../../../text";
import { type Entry, type Kind, type Telling, who } from "../entry";

export const signInKinds: Record<string, Kind> = {
  signup: { label: () => t("Account opened"), icon: Sparkles, say: (e) => t("{who} created this account", { who: who(e) }) },
  "login.ok": { label: () => t("Signed in"), icon: LogIn, say: (e) => t("{who} signed in", { who: who(e) }) },
  "login.fail": { label: () => t("Sign-in failed"), icon: ShieldX, say: signInRefused },
  logout: { label: () => t("Signed out"), icon: LogOut, say: (e) => t("{who} signed out", { who: who(e) }) },
  "signin.ended": {
    label: () => t("Sign-in ended"),
    icon: MonitorX,
    say: (e) => t("{who} ended one of their own sign-ins", { who: who(e) }),
  },
  "password.changed": {
    label: () => t("Password changed"),
    icon: UserRoundKey,
    say: (e) => t("{who} changed their own password", { who: who(e) }),
  },
  "password.fail": { label: () => t("Password change failed"), icon: ShieldX, say: passwordRefused },
  "account.switched": { label: () => t("Provider switched"), icon: ArrowLeftRight, say: switched },
};

// Whoever gives a wrong password is not known: the entry names the username that was tried.
function signInRefused(e: Entry): string {
  if (!e.username) return t("Somebody tried to sign in: refused");
  if (isLocked(e)) return t("Somebody tried to sign in as {whom}: locked for a while after too many attempts", { whom: who(e) });
  return t("Somebody tried to sign in as {whom}: refused", { whom: who(e) });
}

function passwordRefused(e: Entry): string {
  if (isLocked(e)) return t("{who} tried to change their password: locked for a while after too many attempts", { who: who(e) });
  return t("{who} tried to change their password with a wrong current one: refused", { who: who(e) });
}

const isLocked = ({ reason }: Entry): boolean => reason === "locked";

// Both accounts keep an entry; what it was done to is the account that was entered.
function switched(e: Entry, { account }: Telling): string {
  if (e.entityIds?.[0] === account) return t("{who} came to this account", { who: who(e) });
  return t("{who} went on to another provider's account", { who: who(e) });
}
