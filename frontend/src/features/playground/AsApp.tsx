import { t } from "../../text";
import { TextField } from "../../ui/TextField";

interface Props {
  token: string;
  onChange: (token: string) => void;
}

// A token stays in this field, and is gone with the page. It is no password field: a browser would offer to keep it.
export function AsApp({ token, onChange }: Props) {
  return (
    <TextField
      label={t("API token")}
      value={token}
      onChange={(text) => onChange(text.trim())}
      autoComplete="off"
      spellCheck="false"
      isMono
      description={t("Given one, a query runs as the app does that has it, instead of with your own privileges. It is kept nowhere.")}
    />
  );
}
