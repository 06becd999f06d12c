import { Lock } from "lucide-react";
import { RadioButton, RadioField, RadioGroup } from "react-aria-components/RadioGroup";
import { Text } from "react-aria-components/Text";
import { t } from "../text";
import { FieldLabel } from "./FieldLabel";
import { type Level, LEVELS, levelIcon, levelName, levelRank } from "./level";
import { levelTint } from "./levelTint";

interface LevelChoiceProps {
  label: string;
  labelHidden?: boolean;
  value: Level | null;
  onChange: (level: Level) => void;
  /** The most that can be given; what is above is shown, but cannot be chosen. */
  highest?: Level;
  whyCapped?: string;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  /** The short words, for dense grids. */
  short?: boolean;
  stretch?: boolean;
}

export function LevelChoice(props: LevelChoiceProps) {
  const { label, labelHidden, value, onChange, highest = "FULL", whyCapped, short, stretch, ...aria } = props;
  const isCapped = highest !== "FULL";
  const reason = whyCapped ?? t("You can give {level} at most.", { level: levelName(highest) });
  return (
    <RadioGroup
      {...aria}
      value={value}
      onChange={(chosen) => onChange(chosen as Level)}
      orientation="horizontal"
      className={`flex min-w-0 flex-col gap-1 ${stretch ? "" : "w-fit phone:w-full"}`}
    >
      <FieldLabel label={label} isHidden={labelHidden} />
      <div className="grid auto-cols-fr grid-flow-col gap-0.5 rounded-md border border-line-strong/55 bg-sunken p-0.5">
        {LEVELS.map((level) => (
          <Segment key={level} level={level} short={short} isDisabled={levelRank(level) > levelRank(highest)} />
        ))}
      </div>
      {isCapped && (
        <Text slot="description" className="text-sm text-ink-muted">
          {reason}
        </Text>
      )}
    </RadioGroup>
  );
}

interface SegmentProps {
  level: Level;
  short?: boolean;
  isDisabled: boolean;
}

function Segment({ level, short, isDisabled }: SegmentProps) {
  const Icon = isDisabled ? Lock : levelIcon(level);
  return (
    <RadioField value={level} isDisabled={isDisabled} className="min-w-0">
      <RadioButton
        className={({ isSelected, isDisabled: isOff }) =>
          "flex min-h-7 items-center justify-center gap-1.5 rounded-sm border px-2.5 text-sm whitespace-nowrap transition-colors phone:min-h-11 phone:px-1 " +
          (isSelected
            ? `font-medium border-current ${levelTint(level)} forced-colors:bg-[Highlight] forced-colors:text-[HighlightText] forced-color-adjust-none`
            : `border-transparent text-ink-muted ${isOff ? "cursor-not-allowed" : "data-hovered:bg-surface data-hovered:text-ink"}`)
        }
      >
        <Icon aria-hidden size={14} className="shrink-0" />
        {levelName(level, short)}
      </RadioButton>
    </RadioField>
  );
}
