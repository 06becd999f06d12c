import { useState } from "react";
import { t } from "../../text";
import { Form } from "../../ui/Form";
import { TextField } from "../../ui/TextField";

interface Props {
  username: string | undefined;
  onChange: (username: string | undefined) => void;
}

// A username counts when it is complete: on Enter, or when the field is left.
export function UsernameFilter({ username, onChange }: Props) {
  const [typed, setTyped] = useState(username ?? "");
  const [shown, setShown] = useState(username);
  if (shown !== username) {
    setShown(username);
    setTyped(username ?? "");
  }
  const apply = () => {
    const wanted = typed.trim() || undefined;
    if (wanted !== username) onChange(wanted);
  };
  return (
    <Form onSubmit={apply} aria-label={t("Filter by username")}>
      <TextField label={t("Username")} placeholder={t("Anybody")} value={typed} onChange={setTyped} onBlur={apply} spellCheck="false" autoComplete="off" />
    </Form>
  );
}
