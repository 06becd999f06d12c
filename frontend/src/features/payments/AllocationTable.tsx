import { useEffect } from "react";
import type { OwedSessionFragment } from "../../gen/types";
import { t } from "../../text";
import { formatDate, formatMoney } from "../../text/format";
import { announce } from "../../ui/announce";
import { Button } from "../../ui/Button";
import { MoneyField } from "../../ui/MoneyField";
import { useLater } from "../editing/useLater";
import { type Allocations, allocated, oldestFirst, owing } from "./allocations";

interface Props {
  sessions: readonly OwedSessionFragment[];
  // What there is to allocate, in cents.
  amount: number;
  value: Allocations;
  onChange: (allocations: Allocations) => void;
  error?: string;
}

// What a payment pays of each session that owes something. What remains is shown, and said once the typing rests.
export function AllocationTable({ sessions, amount, value, onChange, error }: Props) {
  const open = owing(sessions);
  const left = amount - allocated(value);
  const words = left < 0 ? t("{amount} more is allocated than there is", { amount: formatMoney(-left) }) : t("{amount} remains as the client’s credit", { amount: formatMoney(left) });
  const said = useLater(words, 800);
  useEffect(() => {
    if (said) announce(said);
  }, [said]);
  if (open.length === 0) return <p className="text-ink-muted">{t("This client owes nothing now: the payment remains as credit.")}</p>;
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-2 font-semibold">{t("What it pays")}</legend>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className={left < 0 ? "font-medium text-danger-ink" : "text-ink-muted"}>{words}</p>
        <Button size="small" onPress={() => onChange(oldestFirst(open, amount))}>
          {t("Oldest first")}
        </Button>
      </div>
      {error && <p role="alert" className="text-danger-ink">{error}</p>}
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
        {open.map(({ id, serviceDate, owed }) => {
          const day = serviceDate ? formatDate(serviceDate) : t("a session");
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 py-2">
              <span>
                <span translate="no" className="font-medium">{day}</span>
                <span className="block text-sm text-ink-muted">{t("owes {amount}", { amount: formatMoney(owed ?? 0) })}</span>
              </span>
              <MoneyField label={t("Allocate to {day}", { day })} labelHidden value={value[id] ?? null} onChange={(cents) => onChange({ ...value, [id]: cents ?? 0 })} className="w-32" />
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
