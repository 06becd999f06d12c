import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Tooltip } from "../../../ui/Tooltip";
import { type Preset, type Row, nameOf } from "./rows";

interface Props {
  row: Row;
  presets: readonly Preset[];
  onPress: (preset: Preset) => void;
}

// A preset only fills in the levels: nothing remembers that it was used.
export function PresetButtons({ row, presets, onPress }: Props) {
  if (presets.length === 0) return null;
  return (
    <div role="group" aria-label={t("Presets for {name}", { name: nameOf(row) })} className="flex flex-wrap items-center gap-1.5">
      <span aria-hidden className="mr-1 text-sm text-ink-muted phone:w-full">
        {t("Set all sections as")}
      </span>
      {presets.map((preset) =>
        row.locked ? (
          <Button key={preset.name} size="small" whyDisabled={row.locked}>
            {preset.title}
          </Button>
        ) : (
          <Tooltip key={preset.name} text={preset.description}>
            <Button size="small" onPress={() => onPress(preset)}>
              {preset.title}
            </Button>
          </Tooltip>
        ),
      )}
    </div>
  );
}
