import { Eye, EyeOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { t } from "../text";
import { IconButton } from "./IconButton";
import { TextField, type TextFieldProps } from "./TextField";

interface PasswordFieldProps extends Omit<TextFieldProps, "type" | "rows" | "suffix" | "prefix" | "autoComplete"> {
  autoComplete: "current-password" | "new-password";
  /** Under the field: how good the password is. */
  hint?: ReactNode;
}

export function PasswordField({ hint, description, ...props }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  const toggle = (
    <IconButton
      label={isShown ? t("Hide password") : t("Show password")}
      icon={isShown ? EyeOff : Eye}
      size="small"
      onPress={() => setShown(!isShown)}
    />
  );
  return (
    <div className="flex flex-col gap-1">
      <TextField spellCheck="false" {...props} description={description} type={isShown ? "text" : "password"} suffix={toggle} />
      {hint && <div className="text-sm text-ink-muted">{hint}</div>}
    </div>
  );
}
