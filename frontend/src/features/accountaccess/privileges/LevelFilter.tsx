import { memo } from "react";
import type { Section } from "../../../gen/types";
import { t } from "../../../text";
import { LEVELS, type Level, levelIcon, levelName } from "../../../ui/level";
import { Select } from "../../../ui/Select";
import { sectionTitle, sections } from "../../shell/sections";

interface Props {
  level: Level | undefined;
  section: Section | undefined;
  onChange: (level: Level | undefined, section: Section | undefined) => void;
}

// Usernames with a level on a section. It is not drawn again at each letter of a name.
export const LevelFilter = memo(function LevelFilter({ level, section, onChange }: Props) {
  const levels = LEVELS.toReversed().map((one) => ({ value: one, label: levelName(one), icon: levelIcon(one) }));
  const choose = (chosen: Level | "ANY") => (chosen === "ANY" ? onChange(undefined, undefined) : onChange(chosen, section ?? "CLIENTS"));
  return (
    <>
      <Select
        label={t("Level to look for")}
        labelHidden
        className="w-40 phone:min-w-0 phone:flex-1"
        options={[{ value: "ANY" as const, label: t("Any level") }, ...levels]}
        value={level ?? "ANY"}
        onChange={choose}
      />
      {level && (
        <>
          <span className="text-ink-muted">{t("on")}</span>
          <Select
            label={t("Section to look in")}
            labelHidden
            className="w-52 phone:min-w-0 phone:flex-1"
            options={sections.map((one) => ({ value: one, label: sectionTitle(one) }))}
            value={section ?? null}
            onChange={(chosen) => onChange(level, chosen)}
          />
        </>
      )}
    </>
  );
});
