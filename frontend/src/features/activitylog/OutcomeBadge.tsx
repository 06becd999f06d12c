import { Ban, CircleCheck, CircleX } from "lucide-react";
import type { EventOutcome } from "../../gen/types";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";

export const outcomeTitles: Record<EventOutcome, () => string> = {
  OK: () => t("Done"),
  DENIED: () => t("Refused"),
  FAILED: () => t("Failed"),
};

export function OutcomeBadge({ outcome }: { outcome: EventOutcome | null }) {
  switch (outcome) {
    case "DENIED":
      return <Badge kind="danger" icon={Ban}>{outcomeTitles.DENIED()}</Badge>;
    case "FAILED":
      return <Badge kind="warning" icon={CircleX}>{outcomeTitles.FAILED()}</Badge>;
    case "OK":
      return <Badge kind="success" icon={CircleCheck}>{outcomeTitles.OK()}</Badge>;
    default:
      return null;
  }
}
