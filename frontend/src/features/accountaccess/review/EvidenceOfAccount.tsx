import { CircleCheck, TriangleAlert } from "lucide-react";
import { t } from "../../../text";
import { type Zone, formatMoment } from "../../../text/format";
import { Card } from "../../../ui/Card";
import type { Column } from "../../../ui/column";
import { DataTable } from "../../../ui/DataTable";
import type { Evidence } from "./useEvidence";
import type { Item } from "./matrix";
import { decisionOf, heldOf } from "./evidenceWords";

export function EvidenceOfAccount({ account, review }: Evidence) {
  const { timeZone: zone } = account;
  const when = (at: string | null) => (at ? formatMoment(at, zone ?? "UTC") : "–");
  return (
    <Card
      title={account.providerName ?? ""}
      description={t("Begun {begun} by {starter}, finished {finished} by {reviewer}.", { begun: when(review.startedAt), starter: review.startedBy ?? "", finished: when(review.finishedAt), reviewer: review.finishedBy ?? "" })}
      isFlush
      footer={<Seal review={review} />}
    >
      <DataTable caption={account.providerName ?? ""} columns={columns(zone ?? "UTC")} rows={review.items ?? []} rowKey={({ link }) => link ?? ""} />
    </Card>
  );
}

function Seal({ review: { hash, intact, note } }: { review: Evidence["review"] }) {
  const Icon = intact ? CircleCheck : TriangleAlert;
  return (
    <div className="flex flex-col gap-1 text-sm">
      {note && <p translate="no" className="whitespace-pre-wrap wrap-anywhere">{note}</p>}
      <p className={`flex items-start gap-1.5 ${intact ? "text-ink-muted" : "font-semibold text-danger-ink"}`}>
        <Icon aria-hidden size={15} className="mt-0.5 shrink-0" />
        {intact ? t("As it was finished. The Activity Log tells the same hash:") : t("This was altered since. The Activity Log tells another hash than:")}
      </p>
      <code className="text-xs wrap-anywhere">{hash}</code>
    </div>
  );
}

const columns = (zone: Zone): Column<Item>[] => [
  { id: "username", header: t("Username"), isRowHeader: true, width: "11rem", cell: ({ username }) => <span translate="no" className="wrap-anywhere">{username}</span> },
  { id: "held", header: t("May do"), cell: heldOf },
  { id: "used", header: t("Last used"), width: "10rem", cell: ({ lastUsedAt, unused }) => (lastUsedAt ? `${formatMoment(lastUsedAt, zone)}${unused ? ` (${t("not for 90 days")})` : ""}` : lastUsedAt === null ? t("Never") : t("Not yours to see")) },
  { id: "decision", header: t("Decision"), width: "9rem", cell: decisionOf },
  { id: "by", header: t("Decided"), width: "13rem", cell: ({ decidedAt, decidedBy }) => (decidedAt ? t("{when}, by {username}", { when: formatMoment(decidedAt, zone), username: decidedBy ?? "" }) : "–") },
];
