import { Bell, BellRing, CalendarX, Handshake, KeyRound, Mail, Search, ShieldX, X } from "lucide-react";
import { plural, t } from "../../../text";
import { changesOf, inWords } from "../changes";
import { type Entry, type Kind, type Telling, isStranger, who, whom } from "../entry";

// Links by consent, and the notices about the access of others.
export const consentKinds: Record<string, Kind> = {
  "invite.listed": {
    label: () => t("Offers and requests listed"),
    icon: KeyRound,
    say: (e) => plural(e.rowCount ?? 0, "{who} looked at {count} offer or request", "{who} looked at {count} offers and requests", { who: who(e) }),
  },
  "invite.sent": { label: () => t("Link offered"), icon: KeyRound, say: (e, at) => t("{who} offered a link to this account: {changes}", { who: who(e), changes: terms(e, at) }) },
  "invite.asked": { label: () => t("Link asked for"), icon: KeyRound, say: (e, at) => t("{who} asked to enter another account: {changes}", { who: who(e), changes: terms(e, at) }) },
  "invite.opened": {
    label: () => t("Code looked at"),
    icon: Search,
    say: (e) => (isStranger(e) ? t("{who}, from another account, looked at what a code of this account is for", { who: who(e) }) : t("{who} looked at what a code is for", { who: who(e) })),
  },
  "invite.fail": { label: () => t("Wrong code"), icon: ShieldX, say: (e) => t("{who} entered a code or password that is not right, for a link: refused", { who: who(e) }) },
  "invite.accepted": { label: () => t("Linked by consent"), icon: Handshake, say: (e) => t("{who} accepted: {whom} is linked by consent", { who: who(e), whom: whom(e) }) },
  "invite.declined": { label: () => t("Offer or request declined"), icon: X, say: (e) => t("{who} declined an offer or request", { who: who(e) }) },
  "invite.withdrawn": { label: () => t("Offer or request withdrawn"), icon: X, say: (e) => t("{who} withdrew an offer or request", { who: who(e) }) },
  "invite.expired": { label: () => t("Offer or request expired"), icon: CalendarX, say: (e) => t("{who} closed an offer or request that nobody answered in time", { who: who(e) }) },
  "notice.listed": { label: () => t("Notices listed"), icon: Bell, say: (e) => t("{who} looked at the notices of this account", { who: who(e) }) },
  "notice.read": { label: () => t("Notices read"), icon: BellRing, say: (e) => t("{who} noted that notices were read", { who: who(e) }) },
  "notice.mailed": { label: () => t("Notice mailed"), icon: Mail, say: (e) => t("{who} mailed a notice to the owner", { who: who(e) }) },
};

const terms = (e: Entry, { zone }: Telling): string => inWords(changesOf(e, zone));
