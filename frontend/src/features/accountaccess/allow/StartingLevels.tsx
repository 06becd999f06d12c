import { t } from "../../../text";
import { LevelBadge } from "../../../ui/LevelBadge";
import { Select } from "../../../ui/Select";
import { sectionTitle } from "../../shell/sections";
import { useAccount } from "../../shell/viewer";
import { type Preset, starting, usual } from "./starting";

interface Props {
  presets: readonly Preset[];
  preset: Preset | undefined;
  onChange: (name: string) => void;
  error?: string;
}

// Is kept from the first, so that nothing jumps when the levels come.
const room = "min-h-57 rounded-md border bg-canvas phone:min-h-96";

// Where the new username starts from; each level can be set by itself afterwards.
export function StartingLevels({ presets, preset, onChange, error }: Props) {
  const account = useAccount();
  const levels = preset ? starting(preset, account.level) : [];
  const options = presets.map(({ name, title, description }) => ({
    value: name,
    label: name === usual ? t("Full Access except Psychotherapy Notes") : title,
    description,
    isData: name !== usual,
  }));
  return (
    <div className="flex flex-col gap-2">
      <Select
        label={t("Starting access levels")}
        name="levels"
        options={options}
        value={preset?.name ?? null}
        onChange={onChange}
        error={error}
        description={t("Afterwards each section can be set by itself, with the plus (+) in Username Privileges.")}
      />
      {levels.length === 0 ? (
        <div className={room} />
      ) : (
        <ul aria-label={t("What this gives")} className={`grid gap-x-8 px-3 py-2 desk:grid-cols-2 ${room}`}>
          {levels.map(({ section, level, isLowered }) => (
            <li key={section} className="flex min-h-7 flex-wrap items-center justify-between gap-x-2">
              <span>{sectionTitle(section)}</span>
              <span className="flex items-center gap-2">
                {isLowered && <span className="text-sm text-ink-muted">{t("as high as yours")}</span>}
                <LevelBadge level={level} isQuiet />
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
