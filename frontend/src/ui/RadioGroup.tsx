import { RadioGroup as AriaRadioGroup } from "react-aria-components/RadioGroup";
import { FieldHelp } from "./FieldHelp";
import { FieldLabel } from "./FieldLabel";
import { type FieldProps, outsideError } from "./fieldProps";
import type { Option } from "./option";
import { RadioOption } from "./RadioOption";

interface RadioGroupProps<K extends string> extends Omit<FieldProps, "autoFocus"> {
  options: readonly Option<K>[];
  value: K | null;
  onChange: (value: K) => void;
  look?: "list" | "cards";
  orientation?: "horizontal" | "vertical";
}

export function RadioGroup<K extends string>(props: RadioGroupProps<K>) {
  const { label, labelHidden, description, error, options, value, onChange, look = "list", className = "", ...aria } = props;
  const choose = (chosen: string) => {
    const option = options.find((o) => o.value === chosen);
    if (option) onChange(option.value);
  };
  const flow = aria.orientation === "horizontal" ? "flex flex-wrap gap-x-5 gap-y-2" : "flex flex-col gap-2";
  return (
    <AriaRadioGroup
      {...aria}
      {...outsideError(error)}
      value={value}
      onChange={choose}
      className={`flex flex-col gap-1.5 ${className}`}
    >
      <FieldLabel label={label} isHidden={labelHidden} isRequired={props.isRequired} />
      <div className={flow}>
        {options.map((o) => (
          <RadioOption key={o.value} option={o} look={look} />
        ))}
      </div>
      <FieldHelp label={label} description={description} error={error} />
    </AriaRadioGroup>
  );
}
