import type { ReactNode } from "react";
import { plural, t } from "../../../text";
import { Badge } from "../../../ui/Badge";
import { ExpandButton } from "../../../ui/ExpandButton";
import { LEVELS, levelName } from "../../../ui/level";
import { sections } from "../../shell/sections";
import { useViewer } from "../../shell/viewer";
import { type RowEdits, noEdits } from "./rowEdits";
import { type Row, nameOf, settingOf } from "./rows";
import { detailsId } from "./UsernameCell";

interface Props {
  rows: readonly Row[];
  edits: ReadonlyMap<string, RowEdits>;
  open: ReadonlySet<string>;
  onToggle: (link: string) => void;
  details: (row: Row) => ReactNode;
}

// The grid of a phone: a card a username. What is far off the screen is not laid out.
export function PrivilegeCards({ rows, edits, open, onToggle, details }: Props) {
  return (
    <ul aria-label={t("Username Privileges")} className="flex flex-col gap-3">
      {rows.map((row) => {
        const isOpen = open.has(row.id);
        return (
          <li key={row.id} data-username={row.username} className="rounded-lg border border-line bg-surface [contain-intrinsic-size:auto_70px] [content-visibility:auto]">
            <div className="flex items-center gap-3 p-3">
              <ExpandButton label={t("Details of {name}", { name: nameOf(row) })} isExpanded={isOpen} controls={detailsId(row)} onPress={() => onToggle(row.id)} />
              <CardTitle row={row} edits={edits.get(row.id) ?? noEdits} />
            </div>
            {isOpen && (
              <div id={detailsId(row)} className="border-t border-line">
                {details(row)}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function CardTitle({ row, edits }: { row: Row; edits: RowEdits }) {
  const viewer = useViewer();
  const levels = sections.map((section) => (edits.bySection.get(section)?.to ?? settingOf(row, section)).level);
  const counts = LEVELS.toReversed().map((level) => [level, levels.filter((one) => one === level).length] as const);
  const summary = counts.filter(([, count]) => count > 0).map(([level, count]) => `${count} ${levelName(level)}`);
  return (
    <div className="min-w-0 flex-1">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h2 translate="no" className="font-semibold wrap-anywhere">
          {nameOf(row)}
        </h2>
        {row.owner && <Badge>{t("Owner")}</Badge>}
        {row.username === viewer.username && <Badge>{t("You")}</Badge>}
        {edits.bySection.size > 0 && <Badge kind="warning">{plural(edits.bySection.size, "{count} change", "{count} changes")}</Badge>}
      </div>
      <p className="text-sm text-ink-muted">{summary.join(" · ")}</p>
    </div>
  );
}
