import { Undo2 } from "lucide-react";
import { t } from "../../text";
import { formatDate, formatMoney } from "../../text/format";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { Money } from "./AgeSummary";
import type { Asks, Method, ShownPayment } from "./asked";
import { useFew } from "./useFew";

interface Props extends Asks {
  payments: readonly ShownPayment[];
  methods: readonly Method[];
}

export function PaymentTable({ payments, methods, whyNot, onAsk }: Props) {
  const labels = new Map(methods.map(({ code, label }) => [code, label]));
  const { rows, footer } = useFew(payments, { few: 5, keep: ({ left }) => left !== 0, all: t("Show all {count} payments", { count: payments.length }) });
  return (
    <DataTable
      caption={t("Payments")}
      rows={rows}
      footer={footer}
      rowKey={({ id }) => id}
      empty={<EmptyState isCompact title={t("No payment has been posted yet")}>{t("What was paid at a session stands with the session.")}</EmptyState>}
      columns={[
        { id: "day", header: t("Received on"), cell: ({ receivedOn }) => <span translate="no">{receivedOn ? formatDate(receivedOn) : "–"}</span>, isRowHeader: true },
        { id: "by", header: t("Paid by"), cell: (payment) => <PaidBy payment={payment} by={labels.get(payment.method) ?? payment.method} /> },
        { id: "amount", header: t("Amount"), cell: ({ amount }) => <Money cents={amount} />, align: "right" },
        { id: "left", header: t("Not allocated"), cell: (payment) => <Left payment={payment} />, align: "right" },
        { id: "do", header: t("Actions"), isActions: true, cell: (payment) => <PaymentActions payment={payment} whyNot={whyNot} onAsk={onAsk} /> },
      ]}
    />
  );
}

interface PaymentProps {
  payment: ShownPayment;
}

interface PaidByProps extends PaymentProps {
  // The payment type, in its account's words.
  by: string | null;
}

function PaidBy({ payment: { payer, payerName, checkNumber, remark, reversed }, by }: PaidByProps) {
  const how = [by, checkNumber && t("no. {number}", { number: checkNumber }), remark].filter(Boolean).join(" · ");
  return (
    <span className="flex flex-col items-start">
      <span translate={payerName ? "no" : undefined}>{payerName || (payer === "CLIENT" ? t("The client") : "–")}</span>
      <span translate="no" className="text-sm text-ink-muted">{how}</span>
      {reversed && <Badge icon={Undo2} kind="warning">{t("Taken back")}</Badge>}
    </span>
  );
}

function Left({ payment: { left, refunded } }: PaymentProps) {
  return (
    <span className="flex flex-col items-end">
      <Money cents={left} />
      {(refunded ?? 0) > 0 && <span className="text-sm text-ink-muted">{t("{amount} refunded", { amount: formatMoney(refunded ?? 0) })}</span>}
    </span>
  );
}

function PaymentActions({ payment, whyNot, onAsk }: Asks & PaymentProps) {
  if (payment.reversed) return null;
  const refunded = payment.refunded ?? 0;
  const nothingLeft = (payment.left ?? 0) > 0 ? undefined : refunded > 0 ? t("All of it is allocated or refunded.") : t("All of it is allocated.");
  const whyNotBack = refunded > 0 ? t("{amount} of it was refunded. Take the refund back first: it stands under All entries.", { amount: formatMoney(refunded) }) : undefined;
  return (
    <span className="flex flex-wrap justify-end gap-1.5">
      <Button size="small" whyDisabled={whyNot ?? nothingLeft} onPress={() => onAsk({ what: "allocate", payment })}>{t("Allocate")}</Button>
      <Button size="small" whyDisabled={whyNot ?? nothingLeft} onPress={() => onAsk({ what: "refund", payment })}>{t("Refund")}</Button>
      <Button size="small" whyDisabled={whyNot ?? whyNotBack} onPress={() => onAsk({ what: "reversePayment", payment })}>{t("Take back")}</Button>
    </span>
  );
}
