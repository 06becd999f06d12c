import { ClipboardCheck } from "lucide-react";
import type { SignedReviewFragment } from "../../../gen/types";
import { problemsOf } from "../../../graphql/problem";
import type { ShownPages } from "../../../graphql/usePages";
import { plural, t } from "../../../text";
import { type Zone, formatDate, formatMoment } from "../../../text/format";
import { Card } from "../../../ui/Card";
import type { Column } from "../../../ui/column";
import { DataTable } from "../../../ui/DataTable";
import { EmptyState } from "../../../ui/EmptyState";
import { LoadMore } from "../../../ui/LoadMore";
import { CannotLoad } from "../../shell/CannotLoad";
import { useAccount } from "../../shell/viewer";

export function ReviewTable({ reviews }: { reviews: ShownPages<SignedReviewFragment> }) {
  const { timeZone } = useAccount();
  const { rows, total, hasMore, isFetching, isFirst, error, more, retry } = reviews;
  if (error && rows.length === 0) return <CannotLoad problems={problemsOf(error)} onRetry={retry} />;
  const none = (
    <EmptyState icon={ClipboardCheck} title={t("Nothing has been signed off yet")} isCompact>
      {t("Each review is listed here, with who signed it off and what the log held then.")}
    </EmptyState>
  );
  return (
    <Card title={t("Signed off")} isFlush>
      <DataTable
        caption={t("Signed off")}
        columns={columns(timeZone)}
        rows={rows}
        rowKey={({ id }) => id}
        isLoading={isFirst}
        loadingRows={3}
        empty={none}
        footer={!isFirst && <LoadMore shown={rows.length} total={total} hasMore={hasMore} isPending={isFetching} onMore={more} noun={total === 1 ? t("review") : t("reviews")} />}
      />
    </Card>
  );
}

const columns = (zone: Zone): Column<SignedReviewFragment>[] => [
  { id: "days", header: t("Days"), isRowHeader: true, width: "14rem", cell: ({ from, until }) => t("{from} until {until}", { from: formatDate(from ?? ""), until: formatDate(until ?? "") }) },
  { id: "by", header: t("Signed off"), width: "14rem", cell: ({ signedAt, reviewer }) => t("{when}, by {username}", { when: formatMoment(signedAt ?? "", zone), username: reviewer ?? "" }) },
  { id: "entries", header: t("Entries then"), width: "15rem", cell: counts },
  { id: "note", header: t("Note"), cell: ({ note }) => <span translate="no" className="whitespace-pre-wrap wrap-anywhere">{note || "–"}</span> },
];

const counts = ({ events, refused, failed }: SignedReviewFragment): string =>
  plural(events ?? 0, "{count} entry: {refused} refused, {failed} failed", "{count} entries: {refused} refused, {failed} failed", { refused: String(refused ?? 0), failed: String(failed ?? 0) });
