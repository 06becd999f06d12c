import { useState } from "react";
import { ChangePasswordDocument } from "../../gen/documents/features/signin/ChangePassword";
import { fieldErrors, otherProblems } from "../../graphql/problem";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Checkbox } from "../../ui/Checkbox";
import { Form } from "../../ui/Form";
import { FormActions } from "../../ui/FormActions";
import { FormError } from "../../ui/FormError";
import { PasswordField } from "../../ui/PasswordField";

const empty = { currentPassword: "", newPassword: "", endOtherSignIns: true };
const fields = Object.keys(empty);

interface Props {
  username: string;
  // How many other sign-ins were ended.
  onChanged: (ended: number) => void;
}

export function ChangePasswordForm({ username, onChanged }: Props) {
  const [input, setInput] = useState(empty);
  const { save, isPending, problems } = useSave(ChangePasswordDocument);
  const set = (field: keyof typeof empty) => (value: string | boolean) => setInput((before) => ({ ...before, [field]: value }));

  const submit = async () => {
    const data = await save({ input });
    if (!data?.changePassword) return;
    setInput(empty);
    onChanged(data.changePassword.endedSignIns);
  };

  return (
    <Form onSubmit={() => void submit()} errors={fieldErrors(problems, fields)} aria-label={t("Change password")}>
      <FormError error={otherProblems(problems, fields)[0]?.message} />
      {/* Password managers need to know whose password this is. */}
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <PasswordField label={t("Current password")} name="currentPassword" autoComplete="current-password" value={input.currentPassword} onChange={set("currentPassword")} isRequired />
      <PasswordField label={t("New password")} name="newPassword" autoComplete="new-password" value={input.newPassword} onChange={set("newPassword")} isRequired description={t("At least 15 characters, or 8 beside a second factor; spaces are welcome. It is checked against lists of common passwords.")} />
      <Checkbox isSelected={input.endOtherSignIns} onChange={set("endOtherSignIns")} description={t("On other computers and phones you will have to sign in again.")}>
        {t("End my other sign-ins")}
      </Checkbox>
      <FormActions>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t("Change password")}
        </Button>
      </FormActions>
    </Form>
  );
}
