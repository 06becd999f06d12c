import { t } from "../../text";
import type { Option } from "../../ui/option";
import type { Words } from "../editing/words";

// How each kind of field is said, where it is more than a text or a tick.
type Said<Fields> = { [Name in keyof Fields]?: (value: Fields[Name]) => string | null };

export const wordsOf = <Fields>(labels: Words<Fields>["labels"], said: Said<Fields> = {}): Words<Fields> => ({
  labels,
  show: (field, fields) => said[field]?.(fields[field]) ?? plainly(fields[field]),
});

function plainly(value: unknown): string | null {
  if (typeof value === "boolean") return value ? t("Yes") : t("No");
  return value ? String(value) : null;
}

export const labelOf = <K extends string>(options: readonly Option<K>[], value: K | null): string | null => options.find((option) => option.value === value)?.label ?? null;
