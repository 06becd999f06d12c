import type { LucideIcon } from "lucide-react";

export interface Option<K extends string> {
  readonly value: K;
  readonly label: string;
  readonly description?: string;
  readonly icon?: LucideIcon;
  readonly isDisabled?: boolean;
}
