import { ArrowRight, Minus, Plus } from "lucide-react";
import { t } from "../../../text";
import { levelRank } from "../../../ui/level";
import { VisuallyHidden } from "../../../ui/VisuallyHidden";
import { sectionTitle } from "../../shell/sections";
import type { Change } from "./draft";
import { type Setting, nameOf } from "./rows";
import { SettingText } from "./SettingText";

// What each username gains and loses, told by word and sign.
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const names = [...new Set(changes.map(({ row }) => row))];
  return names.map((row) => (
    <section key={row.id} aria-label={nameOf(row)}>
      <h3 translate="no" className="font-semibold wrap-anywhere">
        {nameOf(row)}
      </h3>
      <ul className="mt-1 divide-y divide-line rounded-md border border-line bg-surface">
        {changes.filter((change) => change.row === row).map((change) => (
          <ChangeLine key={change.key} change={change} />
        ))}
      </ul>
    </section>
  ));
}

function ChangeLine({ change: { section, from, to } }: { change: Change }) {
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1 px-3 py-1.5">
      <span className="w-44 font-medium phone:w-full">{sectionTitle(section)}</span>
      <SettingText setting={from} />
      <ArrowRight aria-hidden size={14} className="text-ink-muted" />
      <VisuallyHidden>{t("to")}</VisuallyHidden>
      <SettingText setting={to} />
      <span className="ml-auto">
        <Direction isGain={givesMore(from, to)} />
      </span>
    </li>
  );
}

function Direction({ isGain }: { isGain: boolean }) {
  const Icon = isGain ? Plus : Minus;
  return (
    <span className={`inline-flex items-center gap-1 text-sm font-medium ${isGain ? "text-success-ink" : "text-danger-ink"}`}>
      <Icon aria-hidden size={14} />
      {isGain ? t("Gains") : t("Loses")}
    </span>
  );
}

// A higher level, or the same for longer.
function givesMore(from: Setting, to: Setting): boolean {
  if (from.level !== to.level) return levelRank(to.level) > levelRank(from.level);
  return !to.until || (!!from.until && Date.parse(to.until) > Date.parse(from.until));
}
