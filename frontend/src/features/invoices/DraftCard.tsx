import { CircleCheck, CircleX } from "lucide-react";
import type { DraftPartsFragment } from "../../gen/types";
import { plural, t } from "../../text";
import { formatMoney } from "../../text/format";
import { Badge } from "../../ui/Badge";
import { Card } from "../../ui/Card";
import { ClaimBoxes } from "./ClaimBoxes";
import { Paper } from "./Paper";

export function DraftCard({ draft }: { draft: DraftPartsFragment }) {
  const { kind, client, sheet, lines, total, paid, message, isReady } = draft;
  const name = client?.displayName ?? "";
  if (!sheet) return null;
  if (kind === "INVOICE") {
    return (
      <Card title={t("Invoice for {client}", { client: name })}>
        <Paper title={null} sheet={sheet} lines={lines ?? []} total={total ?? 0} paid={paid ?? 0} message={message} />
      </Card>
    );
  }
  const state = isReady ? <Badge kind="success" icon={CircleCheck}>{t("Ready")}</Badge> : <Badge kind="danger" icon={CircleX}>{t("Not ready")}</Badge>;
  return (
    <Card
      title={t("Claim for {client}", { client: name })}
      description={`${(draft.payer ?? t("The insurance")) || t("No payer")}, ${plural(lines?.length ?? 0, "{count} session", "{count} sessions")}, ${formatMoney(total ?? 0)}`}
      actions={sheet.boxes && state}
    >
      {sheet.boxes ? <ClaimBoxes isDraft boxes={sheet.boxes} client={client?.id ?? ""} /> : <p className="text-ink-muted">{t("The boxes are blank.")}</p>}
    </Card>
  );
}
