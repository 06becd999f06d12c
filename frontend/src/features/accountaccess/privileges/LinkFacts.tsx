import type { LinkOrigin } from "../../../gen/types";
import { t } from "../../../text";
import { formatAgo, formatMoment } from "../../../text/format";
import { Fact } from "../../../ui/Fact";
import { Facts } from "../../../ui/Facts";
import { useAccount } from "../../shell/viewer";
import { hasEnded } from "./hasEnded";
import type { Row } from "./rows";

const origins: Record<LinkOrigin, () => string> = {
  SIGN_UP: () => t("Opened the account"),
  ADDED: () => t("Allow Account Access"),
  JOINED: () => t("Access Other Accounts"),
  OFFERED: () => t("Offer or request"),
};

export function LinkFacts({ row }: { row: Row }) {
  const { timeZone } = useAccount();
  const moment = (at: string) => <time dateTime={at}>{formatMoment(at, timeZone)}</time>;
  return (
    <Facts>
      {row.lastUsedAt !== undefined && (
        <Fact label={t("Last used")}>{row.lastUsedAt ? <time dateTime={row.lastUsedAt} title={formatMoment(row.lastUsedAt, timeZone)}>{formatAgo(row.lastUsedAt)}</time> : t("Never")}</Fact>
      )}
      {row.since && <Fact label={t("Has access since")}>{moment(row.since)}</Fact>}
      {row.origin && <Fact label={t("Came about by")}>{origins[row.origin]()}</Fact>}
      {row.consentBy && (
        <Fact label={t("With the consent of")}>
          <span translate="no">{row.consentBy}</span>
        </Fact>
      )}
      {row.validFrom && <Fact label={t("Access begins")}>{moment(row.validFrom)}</Fact>}
      <Fact label={hasEnded(row.validUntil) ? t("Access ended") : t("Access ends")}>{row.validUntil ? moment(row.validUntil) : t("No end")}</Fact>
    </Facts>
  );
}
