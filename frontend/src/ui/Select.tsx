import { ChevronDown } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { ListBox } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { t } from "../text";
import { FieldHelp } from "./FieldHelp";
import { FieldLabel } from "./FieldLabel";
import { type FieldProps, outsideError } from "./fieldProps";
import { OptionItem } from "./OptionItem";
import type { Option } from "./option";
import { overlayClass } from "./overlayClass";

interface SelectProps<K extends string> extends Omit<FieldProps, "isReadOnly"> {
  options: readonly Option<K>[];
  value: K | null;
  onChange: (value: K) => void;
  placeholder?: string;
}

export function Select<K extends string>(props: SelectProps<K>) {
  const { label, labelHidden, description, error, options, value, onChange, placeholder, className = "", ...aria } = props;
  const choose = (key: unknown) => {
    const option = options.find((o) => o.value === key);
    if (option) onChange(option.value);
  };
  return (
    <AriaSelect
      {...aria}
      {...outsideError(error)}
      value={value}
      onChange={choose}
      placeholder={placeholder ?? t("Choose…")}
      className={`flex min-w-0 flex-col gap-1 ${className}`}
    >
      <FieldLabel label={label} isHidden={labelHidden} isRequired={props.isRequired} />
      <Button className="control flex items-center gap-2 px-2.5 text-left">
        <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-ink-faint">
          {({ selectedText, defaultChildren, isPlaceholder }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronDown aria-hidden size={16} className="shrink-0 text-ink-muted" />
      </Button>
      <FieldHelp label={label} description={description} error={error} />
      <Popover offset={4} className={`${overlayClass} min-w-(--trigger-width)`}>
        <ListBox items={options.map((o) => ({ ...o, id: o.value }))} className="p-1 outline-none">
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
