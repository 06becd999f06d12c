import type { ReactNode } from "react";
import type { LinePartsFragment, SheetPartsFragment } from "../../gen/types";
import { t } from "../../text";
import { formatDate, formatMoney } from "../../text/format";
import { DataTable } from "../../ui/DataTable";
import type { Column } from "../../ui/column";

interface Props {
  title: ReactNode;
  sheet: SheetPartsFragment;
  lines: readonly LinePartsFragment[];
  total: number;
  paid: number;
  message: string | null;
}

// An invoice as it lies on paper.
export function Paper({ title, sheet, lines, total, paid, message }: Props) {
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap justify-between gap-x-8 gap-y-4">
        <Block lines={sheet.from ?? []} />
        <Block lines={sheet.to ?? []} />
      </div>
      {title}
      <div className="-mx-5 phone:-mx-4">
        <DataTable caption={t("Lines")} columns={columns()} rows={lines} rowKey={({ position }) => String(position)} isDense />
      </div>
      <dl className="ml-auto grid grid-cols-[auto_auto] gap-x-6 gap-y-1 text-right tabular-nums">
        <dt className="text-ink-muted">{t("Total")}</dt>
        <dd>{formatMoney(total)}</dd>
        <dt className="text-ink-muted">{t("Paid or adjusted so far")}</dt>
        <dd>{formatMoney(paid)}</dd>
        <dt className="font-semibold">{t("Balance due")}</dt>
        <dd className="font-semibold">{formatMoney(total - paid)}</dd>
      </dl>
      {message && <Words>{message}</Words>}
      {sheet.footer && <Words>{sheet.footer}</Words>}
    </div>
  );
}

function Block({ lines }: { lines: readonly string[] }) {
  return (
    <div translate="no">
      {lines.map((line, index) => (
        <p key={line} className={index === 0 ? "font-semibold" : ""}>
          {line}
        </p>
      ))}
    </div>
  );
}

function Words({ children }: { children: string }) {
  return (
    <p translate="no" className="whitespace-pre-wrap wrap-anywhere">
      {children}
    </p>
  );
}

const columns = (): Column<LinePartsFragment>[] => [
  { id: "day", header: t("Date"), cell: ({ serviceDate }) => formatDate(serviceDate ?? ""), isRowHeader: true, width: "8rem" },
  { id: "code", header: t("Code"), cell: ({ billingCode, modifiers }) => <span translate="no">{[billingCode, ...(modifiers ?? [])].join(" ")}</span>, width: "7rem" },
  { id: "service", header: t("Service"), cell: ({ description }) => <span translate="no">{description || "–"}</span> },
  { id: "units", header: t("Units"), cell: ({ units }) => units, align: "right", width: "4rem" },
  { id: "charge", header: t("Charge"), cell: ({ charge }) => formatMoney(charge ?? 0), align: "right", width: "7rem" },
  { id: "paid", header: t("Paid"), cell: ({ paid }) => formatMoney(paid ?? 0), align: "right", width: "7rem" },
];
