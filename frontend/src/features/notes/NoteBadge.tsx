import { FilePen, FileX, PenLine } from "lucide-react";
import type { NoteStatus } from "../../gen/types";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";

export function NoteBadge({ status }: { status: NoteStatus | null }) {
  if (status === "SIGNED") return <Badge kind="success" icon={PenLine}>{t("Signed")}</Badge>;
  if (status === "DISCARDED") return <Badge icon={FileX}>{t("Discarded")}</Badge>;
  return <Badge kind="warning" icon={FilePen}>{t("Draft")}</Badge>;
}
