import { ChevronDown } from "lucide-react";
import { useId } from "react";
import { Button } from "react-aria-components/Button";
import { t } from "../text";
import { FieldHelp } from "./FieldHelp";
import { FieldLabel } from "./FieldLabel";
import type { FieldProps } from "./fieldProps";
import type { Option } from "./option";

export type SelectWish = "focus" | "open" | undefined;

export interface SelectFieldProps extends Omit<FieldProps, "isReadOnly" | "autoFocus"> {
  options: readonly Option<string>[];
  value: string | null;
  onChange: (value: string) => void;
  placeholder?: string;
  wish: SelectWish;
  onWish: (wish: SelectWish) => void;
}

/** A closed drop-down while its list is on the way: looks and is read the same, and knows what is wished of it. */
export function SelectFace({ label, labelHidden, description, options, value, placeholder, className = "", isRequired, isDisabled, wish, onWish }: SelectFieldProps) {
  const id = useId();
  const chosen = options.find((option) => option.value === value);
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${className}`}>
      <span id={`${id}-label`} className="contents">
        <FieldLabel label={label} isHidden={labelHidden} isRequired={isRequired} />
      </span>
      <Button
        aria-haspopup="listbox"
        aria-expanded={wish === "open"}
        aria-labelledby={`${id}-value ${id}-label`}
        aria-describedby={description ? `${id}-help` : undefined}
        isDisabled={isDisabled}
        onFocus={() => onWish("focus")}
        onBlur={() => onWish(undefined)}
        onPress={() => onWish("open")}
        onKeyDown={(event) => (event.key.startsWith("Arrow") ? onWish("open") : event.continuePropagation())}
        className="control flex items-center gap-2 px-2.5 text-left"
      >
        <span id={`${id}-value`} translate={chosen?.isData ? "no" : undefined} className={`min-w-0 flex-1 truncate ${chosen ? "" : "text-ink-faint"}`}>
          {chosen?.label ?? placeholder ?? t("Choose…")}
        </span>
        <ChevronDown aria-hidden size={16} className="shrink-0 text-ink-muted" />
      </Button>
      <span id={`${id}-help`} className="contents">
        <FieldHelp label={label} description={description} />
      </span>
    </div>
  );
}
