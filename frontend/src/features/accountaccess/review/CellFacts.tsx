import { Lock, TriangleAlert } from "lucide-react";
import { t } from "../../../text";
import { formatAgo, formatMoment } from "../../../text/format";
import { Banner } from "../../../ui/Banner";
import { Fact } from "../../../ui/Fact";
import { Facts } from "../../../ui/Facts";
import { useAccount } from "../../shell/viewer";
import type { Item } from "./matrix";
import { standingOf, summaryOf } from "./words";

export function CellFacts({ item }: { item: Item }) {
  const { timeZone } = useAccount();
  const by = (who: string | null, at: string | null) => (at ? t("{when}, by {username}", { when: formatMoment(at, timeZone), username: who ?? "" }) : "–");
  return (
    <>
      {item.open === "OWN" && (
        <Banner icon={Lock} isCompact>
          {t("This is your own access. Somebody else with Full Access to Account Access confirms it.")}
        </Banner>
      )}
      {item.unused && (
        <Banner icon={TriangleAlert} kind="warning" isCompact>
          {t("Nobody has used it in this account for 90 days.")}
        </Banner>
      )}
      <Facts>
        <Fact label={t("May do")}>{item.owner ? t("{levels} (owner)", { levels: summaryOf(item) }) : summaryOf(item)}</Fact>
        {item.lastUsedAt !== undefined && <Fact label={t("Last used")}>{item.lastUsedAt ? formatAgo(item.lastUsedAt) : t("Never")}</Fact>}
        <Fact label={t("Set last")}>{by(item.setBy, item.setAt)}</Fact>
        {item.validUntil && <Fact label={t("Access ends")}>{formatMoment(item.validUntil, timeZone)}</Fact>}
        {item.decision && <Fact label={standingOf(item).word}>{by(item.decidedBy, item.decidedAt)}</Fact>}
      </Facts>
    </>
  );
}
