import type { InvitationKind, InvitationState } from "../../../gen/types";
import { plural, t } from "../../../text";

export const expiryChoices = () => ["1", "3", "7", "14", "30"].map((days) => ({ value: days, label: plural(Number(days), "{count} day", "{count} days") }));

export const stateName: Record<InvitationState, () => string> = {
  OPEN: () => t("Open"),
  ACCEPTED: () => t("Accepted"),
  DECLINED: () => t("Declined"),
  WITHDRAWN: () => t("Withdrawn"),
  EXPIRED: () => t("Expired"),
};

export const stateKind = { OPEN: "info", ACCEPTED: "success", DECLINED: "warning", WITHDRAWN: "neutral", EXPIRED: "neutral" } as const;

export const madeWords = (kind: InvitationKind, username: string): string =>
  kind === "OFFER" ? t("{username} offers a link to this account", { username }) : t("{username} asks to enter another account", { username });

// A code as people read it out: five by five.
export const spaced = (code: string): string => code.match(/.{1,5}/g)?.join("-") ?? code;
