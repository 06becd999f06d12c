import { plural } from "../../../text";

const shown = 6;

// Names in a row; of many, the first few and how many more.
export function NameList({ names }: { names: readonly string[] }) {
  const more = names.length - shown;
  return (
    <p className="mt-0.5 wrap-anywhere text-ink-muted">
      <span translate="no">{names.slice(0, shown).join(", ")}</span>
      {more > 0 && ` ${plural(more, "and {count} more", "and {count} more")}`}
    </p>
  );
}
