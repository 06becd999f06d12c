import { ChevronDown } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { ComboBox as AriaComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { ListBox } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { t } from "../text";
import { FieldHelp } from "./FieldHelp";
import { FieldLabel } from "./FieldLabel";
import { type FieldProps, outsideError } from "./fieldProps";
import { OptionItem } from "./OptionItem";
import type { Option } from "./option";
import { overlayClass } from "./overlayClass";
import { Spinner } from "./Spinner";

interface ComboBoxProps<K extends string> extends FieldProps {
  options: readonly Option<K>[];
  value: K | null;
  onChange: (value: K | null) => void;
  placeholder?: string;
  /** The server filters: the options are shown as they are given. */
  onSearch?: (text: string) => void;
  isLoading?: boolean;
  emptyText?: string;
}

const asGiven = () => true;

export function ComboBox<K extends string>(props: ComboBoxProps<K>) {
  const { label, labelHidden, description, error, options, value, onChange, className = "", ...rest } = props;
  const { placeholder, onSearch, isLoading, emptyText, ...aria } = rest;
  return (
    <AriaComboBox
      {...aria}
      {...outsideError(error)}
      defaultItems={options.map((o) => ({ ...o, id: o.value }))}
      defaultFilter={onSearch ? asGiven : undefined}
      value={value}
      onChange={(key) => onChange(options.find((o) => o.value === key)?.value ?? null)}
      onInputChange={onSearch}
      allowsEmptyCollection
      menuTrigger="focus"
      className={`flex min-w-0 flex-col gap-1 ${className}`}
    >
      <FieldLabel label={label} isHidden={labelHidden} isRequired={props.isRequired} />
      <div className="control flex items-stretch">
        <Input placeholder={placeholder} className="min-w-0 flex-1 bg-transparent px-2.5 py-1.5 outline-none" />
        <Button className="flex w-9 shrink-0 items-center justify-center text-ink-muted outline-none">
          {isLoading ? <Spinner /> : <ChevronDown aria-hidden size={16} />}
        </Button>
      </div>
      <FieldHelp label={label} description={description} error={error} />
      <Popover offset={4} className={`${overlayClass} w-(--trigger-width)`}>
        <ListBox<Option<K> & { id: K }>
          className="p-1 outline-none"
          renderEmptyState={() => <p className="px-2 py-1.5 text-ink-muted">{emptyText ?? t("Nothing found")}</p>}
        >
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
