import { useQuery } from "urql";
import { StartingLevelsDocument } from "../../../gen/documents/features/accountaccess/allow/Allow";
import type { AccessLevel, Section } from "../../../gen/types";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { FormError } from "../../../ui/FormError";
import { levelRank } from "../../../ui/level";
import { LevelChoice } from "../../../ui/LevelChoice";
import { useIsPhone } from "../../../ui/useIsPhone";
import { sectionTitle, sections } from "../../shell/sections";
import { type Levels, levelOf } from "./levels";

interface Props {
  levels: Levels;
  onChange: (levels: Levels) => void;
  // The most that can be chosen.
  highest: (section: Section) => AccessLevel;
  whyCapped: string;
  error?: string;
  // The sections that can be given at all; left out, all of them, with ready-made levels.
  only?: readonly Section[];
}

// A level for each section, by itself or from a ready-made set.
export function LevelsField({ levels, onChange, highest, whyCapped, error, only }: Props) {
  const isPhone = useIsPhone();
  const lower = (section: Section, level: AccessLevel) => (levelRank(level) > levelRank(highest(section)) ? highest(section) : level);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">{t("Access levels")}</legend>
      <FormError error={error} />
      {!only && <Presets onChoose={(preset) => onChange(Object.fromEntries(sections.map((section) => [section, lower(section, levelOf(preset, section))])))} />}
      <ul className="divide-y divide-line rounded-md border border-line">
        {(only ?? sections).map((section) => (
          <li key={section} className="grid items-center gap-x-4 gap-y-1 px-3 py-1.5 desk:grid-cols-[1fr_19.5rem]">
            <span aria-hidden>{sectionTitle(section)}</span>
            <LevelChoice
              label={sectionTitle(section)}
              labelHidden
              stretch
              short={isPhone}
              value={levelOf(levels, section)}
              highest={highest(section)}
              whyCapped={whyCapped}
              onChange={(level) => onChange({ ...levels, [section]: level })}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function Presets({ onChoose }: { onChoose: (levels: Levels) => void }) {
  const [{ data }] = useQuery({ query: StartingLevelsDocument });
  return (
    <div role="group" aria-label={t("Ready-made levels")} className="flex min-h-8 flex-wrap gap-1.5">
      {data?.presets?.map(({ name, title, levels }) => (
        <Button key={name} size="small" onPress={() => onChoose(Object.fromEntries(levels.map(({ section, level }) => [section, level])))}>
          <span translate="no">{title}</span>
        </Button>
      ))}
    </div>
  );
}
