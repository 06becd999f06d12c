import type { ReactNode } from "react";
import { t } from "../text";
import type { FieldProps } from "./fieldProps";
import { parseNumber } from "./parseNumber";
import { TextField } from "./TextField";
import { useTypedText } from "./useTypedText";

interface NumberFieldProps extends FieldProps {
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  decimals?: number;
  suffix?: ReactNode;
}

export function NumberField({ value, onChange, min, max, decimals = 0, error, ...field }: NumberFieldProps) {
  const { text, isUnreadable, change, leave } = useTypedText<number | null>({
    value,
    onChange,
    format: (n) => (n === null ? "" : String(n)),
    parse: (typed) => parseNumber(typed, { min, max, decimals }),
  });
  return (
    <TextField
      {...field}
      error={error}
      validate={() => (isUnreadable ? advice(min, max) : undefined)}
      value={text}
      onChange={change}
      onBlur={leave}
      inputMode={decimals > 0 ? "decimal" : "numeric"}
      autoComplete="off"
      align="right"
    />
  );
}

function advice(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return t("Enter a number from {min} to {max}.", { min, max });
  if (min !== undefined) return t("Enter a number, at least {min}.", { min });
  if (max !== undefined) return t("Enter a number, at most {max}.", { max });
  return t("Enter a number.");
}
