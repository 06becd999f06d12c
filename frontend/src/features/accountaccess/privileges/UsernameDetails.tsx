import { Lock } from "lucide-react";
import { t } from "../../../text";
import { Banner } from "../../../ui/Banner";
import { sections } from "../../shell/sections";
import { ViewAsButton } from "../../viewas/ViewAsButton";
import { type Target, settingFor } from "./bulk";
import { LinkFacts } from "./LinkFacts";
import { PresetButtons } from "./PresetButtons";
import type { Certificate } from "./OffboardDialog";
import type { RowEdits } from "./rowEdits";
import { type Preset, type Row, type Setting, cellKey, nameOf, settingOf } from "./rows";
import { SectionSetting } from "./SectionSetting";
import type { Wishes } from "./draft";
import { UsernameActions } from "./UsernameActions";

export interface DetailsProps {
  row: Row;
  edits: RowEdits;
  presets: readonly Preset[];
  onWish: (wishes: Wishes) => void;
  onSet: (targets: readonly Target[], what: string) => void;
  onDeleted: (certificate?: Certificate) => void;
}

// What the plus sign opens: how the username came here, and all thirteen sections.
export function UsernameDetails({ row, edits, presets, onWish, onSet, onDeleted }: DetailsProps) {
  const wish = (section: (typeof sections)[number], setting: Setting) => onWish(new Map([[cellKey(row.id, section), setting]]));
  const preset = ({ levels, title }: Preset) => onSet(levels.map(({ section, level }) => ({ row, section, level })), title);
  return (
    <div className="flex flex-col gap-4 px-4 py-4 phone:px-3">
      {row.locked && (
        <Banner icon={Lock} isCompact>
          {row.locked}
        </Banner>
      )}
      <div className="flex flex-wrap items-start justify-between gap-3">
        <LinkFacts row={row} />
        <ViewAsButton link={row.id} username={nameOf(row)} />
      </div>
      <PresetButtons row={row} presets={presets} onPress={preset} />
      <ul aria-label={t("Sections")} className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface phone:-mx-3 phone:rounded-none phone:border-x-0">
        {sections.map((section) => {
          const stored = settingOf(row, section);
          const edit = edits.bySection.get(section);
          return (
            <SectionSetting
              key={section}
              row={row}
              section={section}
              stored={stored}
              edit={edit}
              onLevel={(level) => wish(section, settingFor(row, section, level, edit?.to))}
              onUntil={(until) => wish(section, { ...(edit?.to ?? stored), until })}
            />
          );
        })}
      </ul>
      <UsernameActions row={row} onDeleted={onDeleted} />
    </div>
  );
}
