import { ClipboardCheck } from "lucide-react";
import { plural, t } from "../../../text";
import { formatMoment } from "../../../text/format";
import { Card } from "../../../ui/Card";
import type { Column } from "../../../ui/column";
import { DataTable } from "../../../ui/DataTable";
import { EmptyState } from "../../../ui/EmptyState";
import { TextLink } from "../../../ui/TextLink";
import { useAccount } from "../../shell/viewer";
import { type Group, countOf } from "./finished";
import { useFinished } from "./useFinished";

// Reviews that are finished, each with its evidence.
export function EarlierCard() {
  const { id, timeZone } = useAccount();
  const { groups, isLoaded } = useFinished();
  const none = (
    <EmptyState icon={ClipboardCheck} title={t("None is finished yet")} isCompact>
      {t("Each Access Review stays here as it was finished, with its evidence.")}
    </EmptyState>
  );
  return (
    <Card title={t("Earlier Access Reviews")} isFlush>
      <DataTable caption={t("Earlier Access Reviews")} columns={columns(id, timeZone)} rows={groups} rowKey={({ day, by }) => `${day} ${by}`} isLoading={!isLoaded} loadingRows={2} empty={none} />
    </Card>
  );
}

const columns = (account: string, zone: string): Column<Group>[] => [
  {
    id: "finished",
    header: t("Finished"),
    isRowHeader: true,
    cell: ({ day, by, at }) => (
      <TextLink to="/p/$account/account-access/access-review/evidence" params={{ account }} search={{ day, by }}>
        {formatMoment(at, zone)}
      </TextLink>
    ),
  },
  { id: "by", header: t("By"), cell: ({ by }) => <span translate="no">{by}</span> },
  { id: "accounts", header: t("Accounts"), cell: ({ reviews }) => plural(reviews.length, "{count} account", "{count} accounts") },
  { id: "decided", header: t("Decided"), cell: countsOf },
];

export function countsOf(group: Group): string {
  const said = t("{kept} kept, {changed} changed, {removed} removed", { kept: countOf(group, "kept"), changed: countOf(group, "changed"), removed: countOf(group, "removed") });
  const open = countOf(group, "leftOpen");
  return open === 0 ? said : t("{said}, {open} left open", { said, open });
}
