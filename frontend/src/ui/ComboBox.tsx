import { ChevronDown, X } from "lucide-react";
import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { Button } from "react-aria-components/Button";
import { ListBox } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { t } from "../text";
import { FieldHelp } from "./FieldHelp";
import { FieldLabel } from "./FieldLabel";
import { type FieldProps, outsideError } from "./fieldProps";
import { IconButton } from "./IconButton";
import { OptionItem } from "./OptionItem";
import { OptionSearch } from "./OptionSearch";
import type { Option } from "./option";
import { overlayClass } from "./overlayClass";

interface ComboBoxProps<K extends string> extends Omit<FieldProps, "isReadOnly"> {
  options: readonly Option<K>[];
  value: K | null;
  onChange: (value: K | null) => void;
  placeholder?: string;
  /** The server filters: the options are shown as they are given. */
  onSearch?: (text: string) => void;
  onOpenChange?: (isOpen: boolean) => void;
  isLoading?: boolean;
  emptyText?: string;
  isClearable?: boolean;
}

/**
 * A choice from a long list. The box for typing is inside the popover: while an ARIA combobox is open
 * the page around it is hidden from assistive technology, yet can be focused.
 */
export function ComboBox<K extends string>(props: ComboBoxProps<K>) {
  const { label, labelHidden, description, error, options, value, onChange, className = "", ...rest } = props;
  const { placeholder, onSearch, isLoading, emptyText, isClearable, ...aria } = rest;
  const { contains } = useFilter({ sensitivity: "base" });
  return (
    <AriaSelect
      {...aria}
      {...outsideError(error)}
      value={value}
      onChange={(key) => onChange(options.find((o) => o.value === key)?.value ?? null)}
      placeholder={placeholder ?? t("Choose…")}
      allowsEmptyCollection
      className={`flex min-w-0 flex-col gap-1 ${className}`}
    >
      <FieldLabel label={label} isHidden={labelHidden} isRequired={props.isRequired} />
      <div className="flex items-center gap-1">
        <Button className="control flex items-center gap-2 px-2.5 text-left">
          <SelectValue translate={options.find((o) => o.value === value)?.isData ? "no" : undefined} className="min-w-0 flex-1 truncate data-placeholder:text-ink-faint">
            {({ selectedText, defaultChildren, isPlaceholder }) => (isPlaceholder ? defaultChildren : selectedText)}
          </SelectValue>
          <ChevronDown aria-hidden size={16} className="shrink-0 text-ink-muted" />
        </Button>
        {isClearable && value !== null && (
          <IconButton slot={null} label={t("Clear {label}", { label })} icon={X} onPress={() => onChange(null)} />
        )}
      </div>
      <FieldHelp label={label} description={description} error={error} />
      <Popover offset={4} className={`${overlayClass} flex w-(--trigger-width) min-w-56 flex-col`}>
        <Autocomplete filter={onSearch ? undefined : contains} onInputChange={onSearch}>
          <OptionSearch label={label} isLoading={isLoading} />
          <ListBox
            items={options.map((o) => ({ ...o, id: o.value }))}
            className="min-h-0 flex-1 overflow-auto p-1 outline-none"
            renderEmptyState={() => <p className="px-2 py-1.5 text-ink-muted">{emptyText ?? t("Nothing found")}</p>}
          >
            {(option) => <OptionItem option={option} />}
          </ListBox>
        </Autocomplete>
      </Popover>
    </AriaSelect>
  );
}
