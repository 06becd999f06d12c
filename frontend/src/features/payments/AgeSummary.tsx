import { t } from "../../text";
import { formatMoney } from "../../text/format";
import { Fact } from "../../ui/Fact";
import { Facts } from "../../ui/Facts";
import { AgeBar } from "./AgeBar";
import { type Ages, ages } from "./ages";

interface Props {
  of: Ages;
}

export function AgeSummary({ of }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <AgeBar of={of} />
      <Facts>
        <Fact label={t("Owed in all")}>
          <Money cents={of.total} />
        </Fact>
        {ages().map(({ age, label, fill }) => (
          <div key={age} className="min-w-0">
            <dt className="flex items-center gap-1.5 text-xs text-ink-muted">
              <svg aria-hidden viewBox="0 0 8 8" className="size-2">
                <rect width="8" height="8" rx="2" className={fill} />
              </svg>
              {label}
            </dt>
            <dd className="font-medium">
              <Money cents={of[age]} />
            </dd>
          </div>
        ))}
        <Fact label={t("Not allocated yet")}>
          <Money cents={of.credit} />
        </Fact>
      </Facts>
    </div>
  );
}

interface MoneyProps {
  cents: number | null;
}

export function Money({ cents }: MoneyProps) {
  return (
    <span translate="no" className={`whitespace-nowrap tabular-nums ${cents ? "" : "text-ink-muted"}`}>
      {cents === null ? "–" : formatMoney(cents)}
    </span>
  );
}
