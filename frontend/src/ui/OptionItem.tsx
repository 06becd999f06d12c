import { Check } from "lucide-react";
import { ListBoxItem } from "react-aria-components/ListBox";
import type { Option } from "./option";

interface OptionItemProps {
  option: Option<string>;
}

export function OptionItem({ option }: OptionItemProps) {
  const Icon = option.icon;
  return (
    <ListBoxItem
      id={option.value}
      textValue={option.label}
      isDisabled={option.isDisabled}
      className="group flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 -outline-offset-2 data-disabled:text-ink-faint data-focused:bg-sunken phone:min-h-11"
    >
      {Icon && <Icon aria-hidden size={16} className="shrink-0 text-ink-muted" />}
      <span translate={option.isData ? "no" : undefined} className="flex min-w-0 flex-1 flex-col">
        <span className="truncate group-data-selected:font-medium">{option.label}</span>
        {option.description && <span className="text-sm text-ink-muted">{option.description}</span>}
      </span>
      <Check aria-hidden size={16} className="invisible shrink-0 text-accent-ink group-data-selected:visible" />
    </ListBoxItem>
  );
}
