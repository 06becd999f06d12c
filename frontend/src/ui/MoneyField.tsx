import { t } from "../text";
import type { FieldProps } from "./fieldProps";
import { formatAmount, parseCents } from "./money";
import { TextField } from "./TextField";
import { useTypedText } from "./useTypedText";

interface MoneyFieldProps extends FieldProps {
  /** Cents. */
  value: number | null;
  onChange: (cents: number | null) => void;
  allowNegative?: boolean;
}

export function MoneyField({ value, onChange, allowNegative = false, error, ...field }: MoneyFieldProps) {
  const { text, isUnreadable, change, leave } = useTypedText<number | null>({
    value,
    onChange,
    format: (cents) => (cents === null ? "" : formatAmount(cents)),
    parse: (typed) => {
      const cents = parseCents(typed);
      return cents && cents < 0 && !allowNegative ? undefined : cents;
    },
  });
  const message = isUnreadable ? t("Enter an amount such as 125.00.") : undefined;
  return (
    <TextField
      {...field}
      error={error}
      // Through React Aria's own check, so that a form with an unreadable amount is not sent.
      validate={() => message}
      value={text}
      onChange={change}
      onBlur={leave}
      inputMode="decimal"
      autoComplete="off"
      align="right"
      prefix="$"
    />
  );
}
