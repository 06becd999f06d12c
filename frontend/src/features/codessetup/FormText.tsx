import { TextField, type TextFieldProps } from "../../ui/TextField";
import type { FormProps } from "./fileScreen";

type TextName<Fields> = { [Name in keyof Fields]: Fields[Name] extends string ? Name : never }[keyof Fields] & string;

interface Props<Fields extends object> extends Omit<TextFieldProps, "label" | "name" | "value" | "onChange" | "form"> {
  form: FormProps<Fields>;
  name: TextName<Fields>;
}

// A text of an entry's form.
export function FormText<Fields extends object>({ form: { fields, set, labels }, name, ...more }: Props<Fields>) {
  return (
    <TextField
      label={labels[name]}
      name={name}
      value={fields[name] as string}
      onChange={(text) => set(name)(text as Fields[typeof name])}
      autoComplete="off"
      maxLength={256}
      {...more}
    />
  );
}
