import { ArrowLeftRight, KeySquare, LogIn, LogOut, MonitorCog, MonitorSmartphone, MonitorX, ShieldCheck, ShieldMinus, ShieldPlus, ShieldX, Sparkles, TimerOff, UserRoundKey } from "lucide-react";
import { plural, t } from "../../../text";
import { type Entry, type Kind, type Telling, who, whom } from "../entry";

export const signInKinds: Record<string, Kind> = {
  signup: { label: () => t("Account opened"), icon: Sparkles, say: (e) => t("{who} created this account", { who: who(e) }) },
  "login.ok": { label: () => t("Signed in"), icon: LogIn, say: (e) => t("{who} signed in", { who: who(e) }) },
  "login.fail": { label: () => t("Sign-in failed"), icon: ShieldX, say: signInRefused },
  "mfa.asked": { label: () => t("Second factor asked for"), icon: KeySquare, say: (e) => t("{who} gave the right password, and was asked for the second factor", { who: who(e) }) },
  "mfa.fail": { label: () => t("Second factor failed"), icon: ShieldX, say: codeRefused },
  "mfa.offered": { label: () => t("Second factor begun"), icon: KeySquare, say: (e) => t("{who} began to set up an authenticator app", { who: who(e) }) },
  "mfa.added": { label: () => t("Second factor set up"), icon: ShieldPlus, say: (e) => t("{who} set up an authenticator app as second factor", { who: who(e) }) },
  "mfa.codes": { label: () => t("Recovery codes made"), icon: KeySquare, say: (e) => t("{who} made new recovery codes", { who: who(e) }) },
  "mfa.removed": { label: () => t("Second factor given up"), icon: ShieldMinus, say: (e) => t("{who} gave up the second factor", { who: who(e) }) },
  "mfa.passkey.added": { label: () => t("Passkey added"), icon: ShieldPlus, say: (e) => t("{who} added a passkey", { who: who(e) }) },
  "mfa.passkey.renamed": { label: () => t("Passkey renamed"), icon: KeySquare, say: (e) => t("{who} gave a passkey another name", { who: who(e) }) },
  "mfa.passkey.removed": { label: () => t("Passkey removed"), icon: ShieldMinus, say: (e) => t("{who} removed a passkey", { who: who(e) }) },
  "mfa.reset": { label: () => t("Second factor reset"), icon: ShieldMinus, say: (e) => t("{who} reset the second factor of {whom}", { who: who(e), whom: whom(e) }) },
  "reauth.ok": { label: () => t("Proven again"), icon: ShieldCheck, say: (e) => t("{who} proved again that it is them", { who: who(e) }) },
  "reauth.fail": { label: () => t("Proving again failed"), icon: ShieldX, say: (e) => t("{who} tried to prove again that it is them: refused", { who: who(e) }) },
  logout: { label: () => t("Signed out"), icon: LogOut, say: (e) => t("{who} signed out", { who: who(e) }) },
  "signin.ended": {
    label: () => t("Sign-in ended"),
    icon: MonitorX,
    say: (e) => t("{who} ended one of their own sign-ins", { who: who(e) }),
  },
  timeout: { label: () => t("Timed out"), icon: TimerOff, say: timedOut },
  "signin.closed": {
    label: () => t("Sign-ins ended by somebody else"),
    icon: MonitorX,
    say: (e) => t("{who} ended sign-ins of {whom} in this account", { who: who(e), whom: whom(e) }),
  },
  "signin.listed": {
    label: () => t("Sign-ins listed"),
    icon: MonitorSmartphone,
    say: (e) => plural(e.rowCount ?? 0, "{who} looked at who is signed in: {count} sign-in", "{who} looked at who is signed in: {count} sign-ins", { who: who(e) }),
  },
  "signin.rules": {
    label: () => t("Rules of sign-ins changed"),
    icon: MonitorCog,
    say: (e) => t("{who} changed the rules for sign-ins in this account", { who: who(e) }),
  },
  "password.changed": {
    label: () => t("Password changed"),
    icon: UserRoundKey,
    say: (e) => t("{who} changed their own password", { who: who(e) }),
  },
  "password.fail": { label: () => t("Password change failed"), icon: ShieldX, say: passwordRefused },
  "account.switched": { label: () => t("Provider switched"), icon: ArrowLeftRight, say: switched },
};

function timedOut(e: Entry): string {
  if (e.reason === "TOO_OLD") return t("{who} was signed out: the sign-in had lasted 12 hours", { who: who(e) });
  const [, seconds] = e.changes?.["idleSeconds"] ?? [];
  const minutes = Math.floor(Number(seconds) / 60);
  return plural(minutes, "{who} was signed out after {count} minute without use", "{who} was signed out after {count} minutes without use", { who: who(e) });
}

// Whoever gives a wrong password is not known: the entry names the username that was tried.
function signInRefused(e: Entry): string {
  if (!e.username) return t("Somebody tried to sign in: refused");
  if (isLocked(e) && isMore(e)) return plural(e.rowCount ?? 0, "Somebody tried {count} more time to sign in as {whom}: locked for a while", "Somebody tried {count} more times to sign in as {whom}: locked for a while", { whom: who(e) });
  if (isLocked(e)) return t("Somebody tried to sign in as {whom}: locked for a while after too many attempts", { whom: who(e) });
  return t("Somebody tried to sign in as {whom}: refused", { whom: who(e) });
}

function codeRefused(e: Entry): string {
  if (isLocked(e) && isMore(e)) return plural(e.rowCount ?? 0, "{who} tried {count} more code of the second factor: locked for a while", "{who} tried {count} more codes of the second factor: locked for a while", { who: who(e) });
  if (isLocked(e)) return t("{who} tried a code of the second factor: locked for a while after too many attempts", { who: who(e) });
  if (e.reason === "no code") return t("{who} gave the password without a code of the second factor: refused", { who: who(e) });
  return t("{who} gave a wrong code of the second factor: refused", { who: who(e) });
}

function passwordRefused(e: Entry): string {
  if (isLocked(e)) return t("{who} tried to change their password: locked for a while after too many attempts", { who: who(e) });
  return t("{who} tried to change their password with a wrong current one: refused", { who: who(e) });
}

const isLocked = ({ reason }: Entry): boolean => reason === "locked";

// The attempts after the first of a minute are one entry.
const isMore = ({ rowCount }: Entry): boolean => (rowCount ?? 0) > 0;

// Both accounts keep an entry; what it was done to is the account that was entered.
function switched(e: Entry, { account }: Telling): string {
  if (e.entityIds?.[0] === account) return t("{who} came to this account", { who: who(e) });
  return t("{who} went on to another provider's account", { who: who(e) });
}
