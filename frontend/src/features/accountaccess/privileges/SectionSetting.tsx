import type { Section } from "../../../gen/types";
import { t } from "../../../text";
import { Badge } from "../../../ui/Badge";
import { type Level, levelName } from "../../../ui/level";
import { LevelChoice } from "../../../ui/LevelChoice";
import { sectionTitle } from "../../shell/sections";
import { highestOf, isFixed } from "./bulk";
import type { CellEdit } from "./rowEdits";
import { type Row, type Setting, nameOf, privilegeOf } from "./rows";
import { useIsNarrow } from "./useIsNarrow";
import { UntilField } from "./UntilField";
import { WhyNote } from "./WhyNote";

interface Props {
  row: Row;
  section: Section;
  stored: Setting;
  edit: CellEdit | undefined;
  onLevel: (level: Level) => void;
  onUntil: (until: string | null) => void;
}

export function SectionSetting({ row, section, stored, edit, onLevel, onUntil }: Props) {
  const title = sectionTitle(section);
  const setting = edit?.to ?? stored;
  const isNarrow = useIsNarrow();
  const privilege = privilegeOf(row, section);
  return (
    <li className={`grid grid-cols-[11rem_19.5rem_10.5rem_1fr] items-center gap-x-4 gap-y-1.5 px-3 py-1.5 max-xl:grid-cols-[11rem_19.5rem_1fr] phone:grid-cols-1 phone:py-3 ${edit ? "bg-draft-soft" : ""}`}>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className="font-medium">{title}</span>
        {edit && <Badge kind={edit.isConflict ? "danger" : "warning"}>{edit.isConflict ? t("Changed by somebody else too") : t("was {level}", { level: levelName(stored.level) })}</Badge>}
      </div>
      <LevelChoice
        label={t("{section} for {name}", { section: title, name: nameOf(row) })}
        labelHidden
        stretch
        short={isNarrow}
        value={setting.level}
        onChange={onLevel}
        highest={highestOf(row, section) ?? "FULL"}
        whyCapped={t("More is not yours to give here.")}
        isReadOnly={isFixed(row, section)}
      />
      <UntilField row={row} section={section} until={setting.level === "NONE" ? null : setting.until} isReadOnly={isFixed(row, section) || setting.level === "NONE"} latest={privilege?.grantableUntil ?? null} onChange={onUntil} />
      <div className="min-w-0 max-xl:col-span-full phone:col-span-1">
        <WhyNote privilege={privilege} isShort />
      </div>
    </li>
  );
}
