import type { EntryKind } from "../../gen/types";
import { t } from "../../text";
import { formatDate } from "../../text/format";
import type { ShownEntry } from "./asked";

const kinds: Record<EntryKind, () => string> = {
  CHARGE: () => t("Charge"),
  PAYMENT: () => t("Payment"),
  ALLOCATION: () => t("Allocation"),
  WRITE_OFF: () => t("Write-off"),
  ADJUSTMENT: () => t("Adjustment"),
  REFUND: () => t("Refund"),
  REVERSAL: () => t("Taken back"),
};

export const kindText = (kind: EntryKind | null): string => (kind ? kinds[kind]() : "");

interface Props {
  entry: ShownEntry;
  // The date of service of the session that it is about.
  day?: string | null;
  // The kind of the entry that it takes back.
  takesBack?: EntryKind | null;
}

// What an entry is, of which type, which session it is about, why it was made and by whom.
export function EntryWords({ entry: { kind, payment, typeLabel, reason, reversed, postedBy }, day, takesBack }: Props) {
  const what = kind && kinds[kind]();
  const of = takesBack ?? kind;
  const where = day ? (of === "CHARGE" ? "" : t("Session of {day}", { day: formatDate(day) })) : of === "ALLOCATION" && payment ? t("Out of the credit") : "";
  return (
    <span className="flex flex-col">
      <span className={reversed ? "text-ink-muted line-through" : ""}>{takesBack ? t("{what}: {kind}", { what: what ?? "", kind: kinds[takesBack]() }) : what}</span>
      <span translate="no" className="text-sm wrap-anywhere text-ink-muted">{[typeLabel, where, reason, postedBy].filter(Boolean).join(" · ")}</span>
    </span>
  );
}
