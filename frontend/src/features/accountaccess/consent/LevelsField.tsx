import { useQuery } from "urql";
import { StartingLevelsDocument } from "../../../gen/documents/features/accountaccess/allow/Allow";
import type { AccessLevel, Section } from "../../../gen/types";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { FormError } from "../../../ui/FormError";
import { levelRank } from "../../../ui/level";
import { sections } from "../../shell/sections";
import { LevelsList } from "./LevelsList";
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
  legend?: string;
  description?: string;
}

// A level for each section, by itself or from a ready-made set.
export function LevelsField({ levels, onChange, highest, whyCapped, error, only, legend = t("Access levels"), description }: Props) {
  const lower = (section: Section, level: AccessLevel) => (levelRank(level) > levelRank(highest(section)) ? highest(section) : level);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">{legend}</legend>
      {description && <p className="text-sm text-ink-muted">{description}</p>}
      <FormError error={error} />
      {!only && <Presets onChoose={(preset) => onChange(Object.fromEntries(sections.map((section) => [section, lower(section, levelOf(preset, section))])))} />}
      <LevelsList sections={only ?? sections} levels={levels} onChange={onChange} highest={highest} whyCapped={() => whyCapped} />
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
