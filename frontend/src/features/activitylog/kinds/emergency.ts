import { BadgeCheck, LifeBuoy, ListChecks, Siren, TimerOff } from "lucide-react";
import { t } from "../../../text";
import { changesOf, inWords } from "../changes";
import { type Kind, who, whom } from "../entry";

// Emergency access.
export const emergencyKinds: Record<string, Kind> = {
  "emergency.settings": {
    label: () => t("Emergency access settled"),
    icon: LifeBuoy,
    say: (e, { zone }) => t("{who} settled who may open what in an emergency: {changes}", { who: who(e), changes: inWords(changesOf(e, zone)) }),
  },
  "emergency.started": {
    label: () => t("Emergency access started"),
    icon: Siren,
    say: (e, { zone }) => t("{who} opened in an emergency: {changes}", { who: who(e), changes: inWords(changesOf(e, zone)) }),
  },
  "emergency.ended": { label: () => t("Emergency access ended"), icon: TimerOff, say: (e) => t("{who} ended the emergency access of {whom}", { who: who(e), whom: whom(e) }) },
  "emergency.reviewed": { label: () => t("Emergency access reviewed"), icon: BadgeCheck, say: (e) => t("{who} reviewed the emergency access of {whom}", { who: who(e), whom: whom(e) }) },
  "emergency.listed": { label: () => t("Emergency access listed"), icon: ListChecks, say: (e) => t("{who} looked at the emergency accesses of this account", { who: who(e) }) },
};
