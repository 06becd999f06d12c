import { t } from "../../text";
import { TextField } from "../../ui/TextField";

interface Props {
  value: string;
  onChange: (code: string) => void;
  autoFocus?: boolean;
  description?: string;
}

export function CodeField({ value, onChange, autoFocus = false, description = t("Six digits of your authenticator app, or a recovery code.") }: Props) {
  return <TextField label={t("Code")} name="code" autoComplete="one-time-code" spellCheck="false" value={value} onChange={onChange} isRequired autoFocus={autoFocus} description={description} />;
}
