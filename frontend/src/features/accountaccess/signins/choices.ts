import { plural, t } from "../../../text";
import type { Option } from "../../../ui/option";

const within = (usual: number[], saved: number): number[] => [...new Set([...usual, saved])].sort((a, b) => a - b);

// The usual choices, and what is set, should it be another one.
export const idleChoices = (saved: number): Option<string>[] =>
  within([5, 10, 15, 20, 30], saved).map((minutes) => ({ value: String(minutes), label: plural(minutes, "{count} minute", "{count} minutes") }));

export const reminderChoices = (saved: number | null): Option<string>[] =>
  within([0, 6, 12, 24], saved ?? 0).map((months) => ({ value: String(months), label: months === 0 ? t("Never") : plural(months, "After {count} month", "After {count} months") }));
