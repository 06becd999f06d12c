import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { ListBoxItem } from "react-aria-components/ListBox";

export interface PaletteEntry {
  id: string;
  label: string;
  note?: string;
  icon?: LucideIcon;
  avatar?: ReactNode;
  // Somebody's own words, which no language changes.
  isData?: boolean;
  go: () => void;
}

export function PaletteItem({ entry: { id, label, note, icon: Icon, avatar, isData, go } }: { entry: PaletteEntry }) {
  return (
    <ListBoxItem
      id={id}
      textValue={note ? `${label}, ${note}` : label}
      onAction={go}
      className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1 outline-none data-focused:bg-accent-soft phone:min-h-11"
    >
      {avatar}
      {Icon && <Icon aria-hidden size={16} className="shrink-0 text-ink-muted" />}
      <span translate={isData ? "no" : undefined} className="min-w-0 flex-1 truncate">{label}</span>
      {note && <span translate={avatar ? "no" : undefined} className="max-w-1/2 truncate text-sm text-ink-muted">{note}</span>}
    </ListBoxItem>
  );
}
