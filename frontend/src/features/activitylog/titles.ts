import type { EventAction, EventRole } from "../../gen/types";
import { t } from "../../text";

export const actionTitles: Record<EventAction, () => string> = {
  C: () => t("Create"),
  R: () => t("Read"),
  U: () => t("Change"),
  D: () => t("Delete or end"),
  E: () => t("Sign-in and other acts"),
};

export const roleTitles: Record<EventRole, () => string> = {
  OWNER: () => t("Owner username of this account"),
  MEMBER: () => t("Username of this account"),
  MASTER: () => t("Master username, at home in another account"),
  STRANGER: () => t("Not linked to this account"),
  SYSTEM: () => t("Lanyard itself"),
};
