import type { ReactNode } from "react";
import { RadioButton, RadioField, RadioGroup } from "react-aria-components/RadioGroup";
import { t } from "../text";
import { Button } from "./Button";
import type { Choices, ConflictRow, Side } from "./conflict";
import { RadioDot } from "./RadioDot";

interface ConflictViewProps {
  rows: readonly ConflictRow[];
  choices: Choices;
  onChange: (choices: Choices) => void;
  theirName?: string;
  theirTime?: ReactNode;
}

/** Two versions of one thing, field by field, each to be chosen. */
export function ConflictView({ rows, choices, onChange, theirName, theirTime }: ConflictViewProps) {
  const mine = t("Yours");
  const theirs = theirName ? t("Theirs ({name})", { name: theirName }) : t("Theirs");
  const all = (side: Side) => onChange(Object.fromEntries(rows.map((row) => [row.id, side])));
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" onPress={() => all("mine")}>
          {t("Take all of mine")}
        </Button>
        <Button size="small" onPress={() => all("theirs")}>
          {t("Take all of theirs")}
        </Button>
        {theirTime && <span className="text-sm text-ink-muted">{theirTime}</span>}
      </div>
      {rows.map((row) => (
        <RadioGroup
          key={row.id}
          aria-label={row.label}
          value={choices[row.id] ?? null}
          onChange={(side) => onChange({ ...choices, [row.id]: side as Side })}
          orientation="horizontal"
          className="flex flex-col gap-1"
        >
          <span aria-hidden className="text-sm font-medium">
            {row.label}
          </span>
          <div className="grid gap-2 desk:grid-cols-2">
            <Version side="mine" title={mine} value={row.mine} />
            <Version side="theirs" title={theirs} value={row.theirs} />
          </div>
        </RadioGroup>
      ))}
    </div>
  );
}

interface VersionProps {
  side: Side;
  title: string;
  value: ReactNode;
}

function Version({ side, title, value }: VersionProps) {
  return (
    <RadioField value={side} className="min-w-0">
      <RadioButton className="group flex h-full min-h-11 items-start gap-2 rounded-md border border-line bg-surface px-3 py-2 data-hovered:border-line-strong data-selected:border-accent data-selected:bg-accent-soft">
        <RadioDot />
        <span className="min-w-0">
          <span className="block text-xs text-ink-muted">{title}</span>
          <span className="block wrap-anywhere">{value || <span className="text-ink-faint">{t("empty")}</span>}</span>
        </span>
      </RadioButton>
    </RadioField>
  );
}
