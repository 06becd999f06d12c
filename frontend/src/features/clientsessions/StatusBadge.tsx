import { Ban, ReceiptText } from "lucide-react";
import type { ClientSessionStatus } from "../../gen/types";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";

export function StatusBadge({ status }: { status: ClientSessionStatus | null }) {
  if (status === "VOID") return <Badge icon={Ban}>{t("Void")}</Badge>;
  if (status === "INVOICED") return <Badge kind="info" icon={ReceiptText}>{t("Invoiced")}</Badge>;
  return <Badge kind="success">{t("Open")}</Badge>;
}
