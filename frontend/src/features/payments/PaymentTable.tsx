import { Undo2 } from "lucide-react";
import { t } from "../../text";
import { formatDate } from "../../text/format";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { Money } from "./AgeSummary";
import type { Asks, ShownPayment } from "./asked";

interface Props extends Asks {
  payments: readonly ShownPayment[];
}

export function PaymentTable({ payments, whyNot, onAsk }: Props) {
  return (
    <DataTable
      caption={t("Payments")}
      rows={payments}
      rowKey={({ id }) => id}
      empty={<EmptyState isCompact title={t("No payment has been posted yet")}>{t("What was paid at a session stands with the session.")}</EmptyState>}
      columns={[
        { id: "day", header: t("Received on"), cell: ({ receivedOn }) => <span translate="no">{receivedOn ? formatDate(receivedOn) : "–"}</span>, isRowHeader: true },
        { id: "by", header: t("Paid by"), cell: (payment) => <PaidBy payment={payment} /> },
        { id: "amount", header: t("Amount"), cell: ({ amount }) => <Money cents={amount} />, align: "right" },
        { id: "left", header: t("Not allocated"), cell: ({ left }) => <Money cents={left} />, align: "right" },
        { id: "do", header: t("Actions"), isActions: true, cell: (payment) => <PaymentActions payment={payment} whyNot={whyNot} onAsk={onAsk} /> },
      ]}
    />
  );
}

interface PaidByProps {
  payment: ShownPayment;
}

function PaidBy({ payment: { payer, payerName, method, checkNumber, remark, reversed } }: PaidByProps) {
  const how = [method, checkNumber && t("no. {number}", { number: checkNumber }), remark].filter(Boolean).join(" · ");
  return (
    <span className="flex flex-col items-start">
      <span translate={payerName ? "no" : undefined}>{payerName || (payer === "CLIENT" ? t("The client") : "–")}</span>
      <span translate="no" className="text-sm text-ink-muted">{how}</span>
      {reversed && <Badge icon={Undo2} kind="warning">{t("Taken back")}</Badge>}
    </span>
  );
}

function PaymentActions({ payment, whyNot, onAsk }: Asks & PaidByProps) {
  if (payment.reversed) return null;
  const nothingLeft = (payment.left ?? 0) > 0 ? undefined : t("All of it is allocated.");
  return (
    <span className="flex flex-wrap justify-end gap-1.5">
      <Button size="small" whyDisabled={whyNot ?? nothingLeft} onPress={() => onAsk({ what: "allocate", payment })}>{t("Allocate")}</Button>
      <Button size="small" whyDisabled={whyNot ?? nothingLeft} onPress={() => onAsk({ what: "refund", payment })}>{t("Refund")}</Button>
      <Button size="small" whyDisabled={whyNot} onPress={() => onAsk({ what: "reversePayment", payment })}>{t("Take back")}</Button>
    </span>
  );
}
