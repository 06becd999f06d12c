import { CircleSlash, Lock } from "lucide-react";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";

export function StateBadge({ active, system = false }: { active: boolean | null; system?: boolean | null }) {
  if (system) return <Badge kind="info" icon={Lock}>{t("System code")}</Badge>;
  if (active) return <Badge kind="success">{t("Active")}</Badge>;
  return <Badge icon={CircleSlash}>{t("Not active")}</Badge>;
}

export const whySystem = (): string => t("This is one of the three codes that every account has. It cannot be changed.");
