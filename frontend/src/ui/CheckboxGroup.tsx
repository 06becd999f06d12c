import { CheckboxGroup as AriaCheckboxGroup } from "react-aria-components/CheckboxGroup";
import { Checkbox } from "./Checkbox";
import { FieldHelp } from "./FieldHelp";
import { FieldLabel } from "./FieldLabel";
import { type FieldProps, outsideError } from "./fieldProps";
import type { Option } from "./option";

interface CheckboxGroupProps<K extends string> extends Omit<FieldProps, "autoFocus"> {
  options: readonly Option<K>[];
  value: readonly K[];
  onChange: (value: K[]) => void;
  columns?: 1 | 2 | 3;
  /** Is said by the label only: what is missing says the button that needs it. Where the value comes back a moment later, as out of the address, the browser would call it missing. */
  isRequired?: boolean;
}

const grids = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-2 lg:grid-cols-3" };

export function CheckboxGroup<K extends string>(props: CheckboxGroupProps<K>) {
  const { label, labelHidden, description, error, options, value, onChange, columns = 1, className = "", isRequired, ...aria } = props;
  const keep = (chosen: string[]) => onChange(options.map((o) => o.value).filter((v) => chosen.includes(v)));
  return (
    <AriaCheckboxGroup
      {...aria}
      {...outsideError(error)}
      value={[...value]}
      onChange={keep}
      className={`flex flex-col gap-1.5 ${className}`}
    >
      <FieldLabel label={label} isHidden={labelHidden} isRequired={isRequired} />
      <div className={`grid gap-x-6 gap-y-2 ${grids[columns]}`}>
        {options.map((o) => (
          <Checkbox key={o.value} value={o.value} isDisabled={o.isDisabled} isData={o.isData} description={o.description}>
            {o.label}
          </Checkbox>
        ))}
      </div>
      <FieldHelp label={label} description={description} error={error} />
    </AriaCheckboxGroup>
  );
}
