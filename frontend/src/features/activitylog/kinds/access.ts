import { CalendarClock, DoorClosed, KeyRound, Link2, Link2Off, LockOpen, Search, ShieldX, UserCog, UserMinus, UserPlus, UserRoundKey } from "lucide-react";
import { plural, t } from "../../../text";
import { levelName } from "../../../ui/level";
import { sectionTitle } from "../../shell/sections";
import { changesOf, inWords } from "../changes";
import { data } from "../data";
import { type Entry, type Kind, type Telling, isStranger, who, whom } from "../entry";

export const accessKinds: Record<string, Kind> = {
  "username.added": {
    label: () => t("Username added"),
    icon: UserPlus,
    say: (e) => t("{who} added the username {whom}", { who: who(e), whom: whom(e) }),
  },
  "username.deleted": {
    label: () => t("Username deleted"),
    icon: UserMinus,
    say: (e) => t("{who} deleted the username {whom}", { who: who(e), whom: whom(e) }),
  },
  "username.offboarded": {
    label: () => t("Work ended everywhere"),
    icon: DoorClosed,
    say: (e) => t("{who} ended the work of {whom} everywhere: sign-ins, and access to accounts", { who: who(e), whom: whom(e) }),
  },
  "username.unlocked": {
    label: () => t("Username unlocked"),
    icon: LockOpen,
    say: (e) => t("{who} unlocked the username {whom}", { who: who(e), whom: whom(e) }),
  },
  "link.unlinked": { label: () => t("Access to the account ended"), icon: Link2Off, say: unlinked },
  "link.ended": { label: () => t("Access to the account ran out"), icon: Link2Off, say: (e) => t("The access of {whom} to this account ran out", { whom: whom(e) }) },
  "link.joined": {
    label: () => t("Account joined"),
    icon: Link2,
    say: (e) => (isStranger(e) ? t("{who} joined this account", { who: who(e) }) : t("{who} joined another provider's account", { who: who(e) })),
  },
  "link.find.ok": {
    label: () => t("Account found"),
    icon: Search,
    say: (e) =>
      isStranger(e)
        ? t("{who}, from another account, found this account with a username and password of it", { who: who(e) })
        : t("{who} found another provider's account with its username and password", { who: who(e) }),
  },
  "link.find.fail": {
    label: () => t("Find account failed"),
    icon: ShieldX,
    say: (e) =>
      isStranger(e)
        ? t("{who}, from another account, tried to find this account: refused", { who: who(e) })
        : t("{who} tried to find another provider's account: refused", { who: who(e) }),
  },
  "link.times": {
    label: () => t("Times of access set"),
    icon: CalendarClock,
    say: (e) => t("{who} set when {whom} may enter this account", { who: who(e), whom: whom(e) }),
  },
  "privilege.changed": { label: () => t("Privileges changed"), icon: KeyRound, say: privileges },
  "password.forced": {
    label: () => t("Password change required"),
    icon: UserRoundKey,
    say: (e) => t("{who} made {whom} choose a new password", { who: who(e), whom: whom(e) }),
  },
  "access.listed": {
    label: () => t("Usernames listed"),
    icon: UserCog,
    say: (e) => plural(e.rowCount ?? 0, "{who} looked at Username Privileges: {count} username", "{who} looked at Username Privileges: {count} usernames", { who: who(e) }),
  },
  "access.opened": {
    label: () => t("Username opened"),
    icon: UserCog,
    say: (e) => t("{who} looked at the privileges of one username", { who: who(e) }),
  },
  "access.denied": { label: () => t("Access denied"), icon: ShieldX, say: denied },
};

function unlinked(e: Entry): string {
  if (whom(e) === who(e)) return t("{who} left this account", { who: who(e) });
  return t("{who} ended the access of {whom} to this account", { who: who(e), whom: whom(e) });
}

function privileges(e: Entry, { zone }: Telling): string {
  const changes = changesOf(e, zone);
  const names = [...new Set(changes.map(({ username }) => username ?? ""))].filter(Boolean);
  const [first] = names;
  if (!first) return t("{who} saved privileges; no level is different", { who: who(e) });
  if (names.length === 1) return t("{who} changed the privileges of {whom}: {changes}", { who: who(e), whom: data(first), changes: inWords(changes) });
  return t("{who} changed {count} levels of {whom}", { who: who(e), count: changes.length, whom: names.map(data).join(", ") });
}

// What was refused is known by its section and level; a rule of granting says it in a sentence.
function denied(e: Entry): string {
  const rule = /^[a-z.]+: (.+)$/s.exec(e.reason ?? "");
  if (rule?.[1]) return t("{who} was refused: {reason}", { who: who(e), reason: data(rule[1]) });
  if (e.seenAs && !e.section) return t("{who} asked for what a view does not show or do: refused", { who: who(e) });
  if (e.reason?.startsWith("view of ")) return t("{who} asked for a view of this account that cannot be: refused", { who: who(e) });
  if (!e.section || !e.levelNeeded) return t("{who} tried to open this account without a way into it: refused", { who: who(e) });
  const levels = { section: sectionTitle(e.section), needed: levelName(e.levelNeeded), held: levelName(e.levelHeld ?? "NONE") };
  return t("{who} was refused in {section}: {needed} is needed, {held} was held", { who: who(e), ...levels });
}
