import type { FieldProps } from "./fieldProps";
import { TextField } from "./TextField";

interface DateFieldProps extends FieldProps {
  /** "YYYY-MM-DD", or "" for none. */
  value: string;
  onChange: (value: string) => void;
  min?: string;
  max?: string;
  autoComplete?: string;
}

/** The browser's own date input: its own keyboard and phone picker, and no weight. */
export function DateField(props: DateFieldProps) {
  return <TextField {...props} type="date" />;
}
