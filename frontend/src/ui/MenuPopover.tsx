import { Check } from "lucide-react";
import type { RefObject } from "react";
import { Header } from "react-aria-components/Header";
import { Menu, MenuItem, MenuSection as AriaMenuSection } from "react-aria-components/Menu";
import { Popover, type PopoverProps } from "react-aria-components/Popover";
import type { MenuEntry, MenuSection } from "./menuEntry";
import { overlayClass } from "./overlayClass";

/** Where the focus goes: to the menu itself, or to its first or last entry. */
export type MenuFocus = true | "first" | "last";

interface MenuPopoverProps {
  triggerRef: RefObject<Element | null>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  label: string;
  sections: readonly MenuSection[];
  placement: PopoverProps["placement"];
  autoFocus: MenuFocus;
}

export function MenuPopover({ label, sections, autoFocus, ...aria }: MenuPopoverProps) {
  return (
    <Popover {...aria} trigger="MenuTrigger" aria-label={label} offset={4} className={`${overlayClass} min-w-48`}>
      <Menu aria-label={label} autoFocus={autoFocus} onClose={() => aria.onOpenChange(false)} className="divide-y divide-line outline-none">
        {sections.map((section, index) => (
          <EntrySection key={section.title ?? index} section={section} label={label} />
        ))}
      </Menu>
    </Popover>
  );
}

interface EntrySectionProps {
  section: MenuSection;
  label: string;
}

function EntrySection({ section, label }: EntrySectionProps) {
  const choice = section.onSelect && {
    selectionMode: "single" as const,
    disallowEmptySelection: true,
    selectedKeys: section.selected ? [section.selected] : [],
    onSelectionChange: (keys: Iterable<unknown> | "all") => {
      for (const key of keys) section.onSelect?.(String(key));
    },
  };
  return (
    <AriaMenuSection {...choice} aria-label={section.title ? undefined : label} className="p-1">
      {section.title && <Header className="px-2 pt-1 pb-0.5 text-xs font-medium text-ink-muted">{section.title}</Header>}
      {section.items.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </AriaMenuSection>
  );
}

interface EntryProps {
  entry: MenuEntry;
}

function Entry({ entry }: EntryProps) {
  const { id, label, icon: Icon, onAction, isDanger, whyDisabled, description = whyDisabled } = entry;
  return (
    <MenuItem
      id={id}
      textValue={label}
      onAction={whyDisabled ? undefined : onAction}
      shouldCloseOnSelect={whyDisabled ? false : undefined}
      className={`group flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 -outline-offset-2 data-focused:bg-sunken phone:min-h-11 ${isDanger ? "text-danger-ink" : ""} ${whyDisabled ? "text-ink-faint" : ""}`}
    >
      {Icon && <Icon aria-hidden size={16} className={`shrink-0 ${isDanger ? "" : "text-ink-muted"}`} />}
      <span className="flex min-w-0 flex-1 flex-col">
        {label}
        {description && <span className="max-w-72 text-sm text-ink-muted">{description}</span>}
      </span>
      <Check aria-hidden size={16} className="hidden shrink-0 text-accent-ink group-data-selected:block group-data-selection-mode:not-group-data-selected:invisible" />
    </MenuItem>
  );
}
