import type { ReactNode } from "react";
import { t } from "../../../text";
import { type Zone, formatDate, formatMoment } from "../../../text/format";
import { Badge } from "../../../ui/Badge";
import { Button } from "../../../ui/Button";
import type { Column } from "../../../ui/column";
import type { Disclosure } from "./disclosure";

export const columns = (zone: Zone, whyNot: string | undefined, onStrike: (row: Disclosure) => void): Column<Disclosure>[] => [
  { id: "day", header: t("Day"), cell: (row) => <Text of={row}>{formatDate(row.disclosedOn ?? "")}</Text>, width: "8rem" },
  { id: "recipient", header: t("To whom"), cell: (row) => <Recipient of={row} />, isRowHeader: true },
  { id: "what", header: t("What"), cell: (row) => <Text of={row} isData>{row.what}</Text> },
  { id: "purpose", header: t("Purpose"), cell: (row) => <Text of={row} isData>{row.purpose}</Text> },
  { id: "recorded", header: t("Recorded"), cell: (row) => <Recorded of={row} zone={zone} />, width: "14rem" },
  { id: "actions", header: t("Strike out"), cell: (row) => !row.struckAt && <StrikeButton of={row} whyNot={whyNot} onStrike={onStrike} />, isActions: true, width: "8rem" },
];

function Text({ of, isData, children }: { of: Disclosure; isData?: boolean; children: ReactNode }) {
  const Line = of.struckAt ? "s" : "span";
  return <Line {...(isData && { translate: "no" })} className="whitespace-pre-wrap wrap-anywhere">{children}</Line>;
}

function Recipient({ of }: { of: Disclosure }) {
  return (
    <>
      <Text of={of} isData>{of.recipient}</Text>
      {of.address && <div className="font-normal text-ink-muted"><Text of={of} isData>{of.address}</Text></div>}
    </>
  );
}

function Recorded({ of, zone }: { of: Disclosure; zone: Zone }) {
  return (
    <>
      <p className="text-ink-muted">{t("{when}, by {username}", { when: formatMoment(of.recordedAt ?? "", zone), username: of.recordedBy ?? "" })}</p>
      {of.struckAt && (
        <div className="mt-1">
          <Badge kind="warning">{t("Struck out")}</Badge>
          <p translate="no" className="wrap-anywhere">{of.struckReason}</p>
          <p className="text-ink-muted">{t("{when}, by {username}", { when: formatMoment(of.struckAt, zone), username: of.struckBy ?? "" })}</p>
        </div>
      )}
    </>
  );
}

interface StrikeProps {
  of: Disclosure;
  whyNot: string | undefined;
  onStrike: (row: Disclosure) => void;
}

function StrikeButton({ of, whyNot, onStrike }: StrikeProps) {
  const what = { recipient: of.recipient ?? "", day: formatDate(of.disclosedOn ?? "") };
  return (
    <Button size="small" whyDisabled={whyNot} aria-label={t("Strike out the disclosure to {recipient} on {day}", what)} onPress={() => onStrike(of)}>
      {t("Strike out")}
    </Button>
  );
}
