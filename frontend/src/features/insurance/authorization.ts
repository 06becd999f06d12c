import type { AuthorizationInput, WholeAuthorizationFragment } from "../../gen/types";
import { plural, t } from "../../text";
import { formatDate } from "../../text/format";
import type { Words } from "../editing/words";
import type { Saved } from "../editing/draft";
import { fieldsOf } from "../editing/fieldsOf";

export type Authorization = WholeAuthorizationFragment;

export const emptyAuthorization = {
  policy: "",
  number: "",
  fromDate: "",
  untilDate: "",
  sessionsAllowed: null as number | null,
  remark: "",
};
export type AuthorizationFields = typeof emptyAuthorization;

export const savedAuthorization = (row: Authorization): Saved<AuthorizationFields> => ({ version: row.version ?? 0, fields: fieldsOf(emptyAuthorization, row) });

export const authorizationInput = ({ policy, sessionsAllowed, ...fields }: AuthorizationFields): AuthorizationInput => ({
  ...fields,
  policy: policy || null,
  sessionsAllowed: sessionsAllowed ?? 0,
});

export const leftOf = ({ sessionsAllowed, sessionsUsed }: Pick<Authorization, "sessionsAllowed" | "sessionsUsed">): number => Math.max(0, (sessionsAllowed ?? 0) - (sessionsUsed ?? 0));

export type Standing = "ENDED" | "OVER" | "USED_UP" | "RUNNING_OUT" | "GOOD";

const lastDays = 30;
const lastSessions = 2;

// How an authorization stands on a day, such as 2026-01-31.
export function standingOf(row: Pick<Authorization, "active" | "untilDate" | "sessionsAllowed" | "sessionsUsed">, today: string): Standing {
  const until = row.untilDate ?? "";
  if (!row.active) return "ENDED";
  if (until < today) return "OVER";
  if (leftOf(row) === 0) return "USED_UP";
  const last = new Date(Date.parse(today) + lastDays * 86_400_000).toISOString().slice(0, 10);
  return until <= last || leftOf(row) <= lastSessions ? "RUNNING_OUT" : "GOOD";
}

export function standingText(standing: Standing): string {
  switch (standing) {
    case "ENDED":
      return t("Ended");
    case "OVER":
      return t("Past its last day");
    case "USED_UP":
      return t("Used up");
    case "RUNNING_OUT":
      return t("Running out");
    case "GOOD":
      return t("In force");
  }
}

// How many are left, or how many were held beyond what is allowed.
export function leftText(row: Parameters<typeof leftOf>[0]): string {
  const beyond = (row.sessionsUsed ?? 0) - (row.sessionsAllowed ?? 0);
  if (beyond > 0) return plural(beyond, "{count} session too many", "{count} sessions too many");
  return plural(leftOf(row), "{count} session left", "{count} sessions left");
}

export const authorizationWords = (policyName: (id: string) => string | undefined): Words<AuthorizationFields> => ({
  labels: {
    policy: t("Policy"),
    number: t("Authorization number"),
    fromDate: t("From"),
    untilDate: t("Until"),
    sessionsAllowed: t("Sessions allowed"),
    remark: t("Remark"),
  },
  show: (field, fields) => {
    switch (field) {
      case "policy":
        return policyName(fields.policy) ?? null;
      case "fromDate":
      case "untilDate":
        return fields[field] ? formatDate(fields[field]) : null;
      default:
        return fields[field] === null ? null : String(fields[field]) || null;
    }
  },
});
