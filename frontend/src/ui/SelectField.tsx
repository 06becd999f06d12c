import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { ListBox } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { t } from "../text";
import { FieldHelp } from "./FieldHelp";
import { FieldLabel } from "./FieldLabel";
import { outsideError } from "./fieldProps";
import { OptionItem } from "./OptionItem";
import { overlayClass } from "./overlayClass";
import type { SelectFieldProps } from "./SelectFace";

/** Takes the place of a SelectFace, and does what was wished of that meanwhile. */
export function SelectField({ wish, onWish, ...props }: SelectFieldProps) {
  const { label, labelHidden, description, error, options, value, onChange, placeholder, className = "", ...aria } = props;
  const [isOpen, setOpen] = useState(false);
  // Not open from the first: the list gives the focus back to where it came from.
  const begin = () => {
    if (wish === "open") setOpen(true);
    onWish(undefined);
  };
  return (
    <AriaSelect
      {...aria}
      {...outsideError(error)}
      value={value}
      onChange={(key) => onChange(String(key))}
      isOpen={isOpen}
      onOpenChange={setOpen}
      placeholder={placeholder ?? t("Choose…")}
      autoFocus={wish !== undefined}
      onFocus={begin}
      className={`flex min-w-0 flex-col gap-1 ${className}`}
    >
      <FieldLabel label={label} isHidden={labelHidden} isRequired={props.isRequired} />
      <Button className="control flex items-center gap-2 px-2.5 text-left">
        <SelectValue translate={options.find((option) => option.value === value)?.isData ? "no" : undefined} className="min-w-0 flex-1 truncate data-placeholder:text-ink-faint">
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
