import type { ApiTokenLineFragment } from "../../gen/types";
import { plural, t } from "../../text";
import { formatAgo, formatMoment } from "../../text/format";

export const holds = ({ revokedAt, expiresAt }: ApiTokenLineFragment): boolean => revokedAt === null && Date.parse(expiresAt) > Date.now();

// How a token stands, and how it was used.
export function standing({ kind, createdAt, expiresAt, revokedAt, revokedBy }: ApiTokenLineFragment, zone: string): string {
  const moment = formatMoment(createdAt, zone);
  const made = kind === "APP" ? t("Let in {moment}", { moment }) : t("Made {moment}", { moment });
  if (revokedAt) return `${made} · ${t("revoked by {username}, {moment}", { username: revokedBy ?? "", moment: formatMoment(revokedAt, zone) })}`;
  const isOver = Date.parse(expiresAt) <= Date.now();
  return `${made} · ${isOver ? t("ended {moment}", { moment: formatMoment(expiresAt, zone) }) : t("ends {moment}", { moment: formatMoment(expiresAt, zone) })}`;
}

export function usage({ uses, usedAt, usedFrom }: ApiTokenLineFragment): string {
  if (!usedAt) return t("Not used yet");
  return plural(uses, "{count} request, the last {ago} from {address}", "{count} requests, the last {ago} from {address}", { ago: formatAgo(usedAt), address: usedFrom ?? "" });
}
