import { Ban, CircleCheck, CircleX, Pause, Send } from "lucide-react";
import type { InvoiceOfListFragment } from "../../gen/types";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { statusWord } from "./invoiceWords";

const looks = {
  GENERATED: { kind: "neutral", icon: undefined },
  SUBMITTED: { kind: "info", icon: Send },
  ACCEPTED: { kind: "success", icon: CircleCheck },
  REJECTED: { kind: "danger", icon: CircleX },
  VOID: { kind: "neutral", icon: Ban },
} as const;

export function StatusBadge({ invoice: { status, kind, held } }: { invoice: Pick<InvoiceOfListFragment, "status" | "kind" | "held"> }) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge {...looks[status ?? "GENERATED"]}>{statusWord(status, kind)}</Badge>
      {held && (
        <Badge kind="warning" icon={Pause}>
          {t("Held")}
        </Badge>
      )}
    </span>
  );
}
