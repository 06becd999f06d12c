import type { LucideIcon } from "lucide-react";

export interface Option<K extends string> {
  readonly value: K;
  readonly label: string;
  readonly description?: string;
  /** Somebody's own words, which no language changes. */
  readonly isData?: boolean;
  readonly icon?: LucideIcon;
  readonly isDisabled?: boolean;
}
