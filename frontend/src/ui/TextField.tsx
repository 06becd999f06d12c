import { type ReactNode, type Ref, useId } from "react";
import { Input } from "react-aria-components/Input";
import { TextArea, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from "react-aria-components/TextField";
import { FieldHelp } from "./FieldHelp";
import { FieldLabel } from "./FieldLabel";
import { type FieldProps, outsideError } from "./fieldProps";

type Passed =
  | "value" | "defaultValue" | "onChange" | "onBlur" | "onKeyDown" | "type" | "autoComplete" | "maxLength" | "minLength"
  | "pattern" | "inputMode" | "spellCheck" | "validate";

export interface TextFieldProps extends FieldProps, Pick<AriaTextFieldProps, Passed> {
  placeholder?: string;
  /** More than one line. */
  rows?: number;
  prefix?: ReactNode;
  suffix?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
  /** For codes and numbers that are read letter by letter. */
  isMono?: boolean;
  align?: "left" | "right";
  min?: string;
  max?: string;
  /** What is offered while a person types; any other text is taken too. */
  suggestions?: readonly string[];
}

export function TextField(props: TextFieldProps) {
  const { label, labelHidden, description, error, className = "", ...rest } = props;
  const { placeholder, rows, prefix, suffix, inputRef, isMono, align, min, max, suggestions, ...aria } = rest;
  const list = useId();
  const looks = `min-w-0 flex-1 bg-transparent px-2.5 py-1.5 outline-none ${isMono ? "font-mono" : ""} ${align === "right" ? "text-right tabular-nums" : ""}`;
  return (
    <AriaTextField {...aria} {...outsideError(error)} className={`flex min-w-0 flex-col gap-1 ${className}`}>
      <FieldLabel label={label} isHidden={labelHidden} isRequired={props.isRequired} />
      <div className="control flex items-stretch">
        {prefix && <span className="flex items-center pl-2.5 text-ink-muted">{prefix}</span>}
        {rows ? (
          <TextArea translate="no" rows={rows} placeholder={placeholder} className={`${looks} resize-y`} />
        ) : (
          <Input ref={inputRef} placeholder={placeholder} min={min} max={max} list={suggestions && list} className={looks} />
        )}
        {suffix && <span className="flex items-center pr-1.5 text-ink-muted">{suffix}</span>}
      </div>
      {suggestions && <datalist id={list} translate="no">{suggestions.map((text) => <option key={text} value={text}>{text}</option>)}</datalist>}
      <FieldHelp label={label} description={description} error={error} />
    </AriaTextField>
  );
}
