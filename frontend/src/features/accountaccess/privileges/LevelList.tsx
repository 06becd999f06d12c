import { ListBox } from "react-aria-components/ListBox";
import { t } from "../../../text";
import { LEVELS, type Level, levelIcon, levelName, levelRank } from "../../../ui/level";
import { OptionItem } from "../../../ui/OptionItem";

interface Props {
  label: string;
  value: Level | null;
  highest: Level;
  onChoose: (level: Level) => void;
}

const byHeight = LEVELS.toReversed();

// Choosing is one press: arrows only move, unlike in a group of radio buttons, where each would be
// a change of its own.
export function LevelList({ label, value, highest, onChoose }: Props) {
  const options = byHeight.map((level) => {
    const isAbove = levelRank(level) > levelRank(highest);
    return { id: level, value: level, label: levelName(level), icon: levelIcon(level), isDisabled: isAbove, description: isAbove ? t("More than you may give here.") : undefined };
  });
  const choose = (key: unknown) => {
    const level = LEVELS.find((one) => one === key);
    if (level) onChoose(level);
  };
  return (
    <ListBox
      aria-label={label}
      items={options}
      autoFocus={value ? true : "first"}
      selectionMode="single"
      selectionBehavior="toggle"
      selectedKeys={value ? [value] : []}
      onSelectionChange={(keys) => choose(keys === "all" ? null : ([...keys][0] ?? value))}
      className="outline-none"
    >
      {(option) => <OptionItem option={option} />}
    </ListBox>
  );
}
