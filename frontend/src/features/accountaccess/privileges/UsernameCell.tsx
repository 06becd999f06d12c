import { Lock } from "lucide-react";
import { plural, t } from "../../../text";
import { formatAgo } from "../../../text/format";
import { Badge } from "../../../ui/Badge";
import { ExpandButton } from "../../../ui/ExpandButton";
import { useAccount, useViewer } from "../../shell/viewer";
import { endWords } from "./endWords";
import { type Row, nameOf } from "./rows";

interface Props {
  row: Row;
  changes: number;
  isOpen: boolean;
  isTabStop: boolean;
  onToggle: (link: string) => void;
}

export const detailsId = (row: Row): string => `details-${row.id}`;

export function UsernameCell({ row, changes, isOpen, isTabStop, onToggle }: Props) {
  const name = nameOf(row);
  return (
    <div role="rowheader" aria-colindex={1} className="sticky left-0 z-10 flex min-w-0 items-center gap-2 border-r border-line bg-surface px-2">
      <ExpandButton
        label={t("Details of {name}", { name })}
        isExpanded={isOpen}
        controls={detailsId(row)}
        onPress={() => onToggle(row.id)}
        excludeFromTabOrder={!isTabStop}
        data-at={`${row.id} 0`}
        className="scroll-mt-28 scroll-mb-20"
      />
      <div className="min-w-0 flex-1 leading-4">
        <div className="flex min-w-0 items-center gap-1.5">
          <span translate="no" className="truncate font-medium" title={name}>
            {name}
          </span>
          {row.locked && <Lock aria-hidden size={12} className="shrink-0 text-ink-faint" />}
        </div>
        <Standing row={row} changes={changes} />
      </div>
    </div>
  );
}

// The second line: what matters most about the username now.
function Standing({ row, changes }: { row: Row; changes: number }) {
  const viewer = useViewer();
  const { timeZone } = useAccount();
  const end = endWords(row.validUntil, timeZone);
  if (changes > 0) return <Badge kind="warning">{plural(changes, "{count} change", "{count} changes")}</Badge>;
  const words = [
    row.owner && t("Owner"),
    row.username === viewer.username && t("You"),
    row.lastUsedAt ? t("used {ago}", { ago: formatAgo(row.lastUsedAt) }) : row.lastUsedAt === null && t("never used"),
  ].filter(Boolean);
  return (
    <div className="truncate text-xs text-ink-muted">
      {end && <span className="font-medium text-warning-ink">{end}</span>}
      {end && words.length > 0 && " · "}
      {words.join(" · ")}
    </div>
  );
}
