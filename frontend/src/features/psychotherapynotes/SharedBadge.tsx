import { Lock, Share2 } from "lucide-react";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";

export function SharedBadge({ shared }: { shared: boolean | null }) {
  if (shared) return <Badge kind="info" icon={Share2}>{t("Shared")}</Badge>;
  return <Badge icon={Lock}>{t("Yours alone")}</Badge>;
}
