import type { LucideIcon } from "lucide-react";

export interface MenuEntry {
  id: string;
  label: string;
  description?: string;
  icon?: LucideIcon;
  onAction?: () => void;
  isDanger?: boolean;
  whyDisabled?: string;
}

export interface MenuSection {
  title?: string;
  items: readonly MenuEntry[];
  /** The entry that carries the check mark; makes the section a choice of one. */
  selected?: string;
  onSelect?: (id: string) => void;
}
