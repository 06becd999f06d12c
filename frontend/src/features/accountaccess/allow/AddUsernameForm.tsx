import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { AddUsernameDocument, StartingLevelsDocument } from "../../../gen/documents/features/accountaccess/allow/Allow";
import { fieldErrors, isRetryable, otherProblems } from "../../../graphql/problem";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Checkbox } from "../../../ui/Checkbox";
import { Form } from "../../../ui/Form";
import { FormActions } from "../../../ui/FormActions";
import { FormError } from "../../../ui/FormError";
import { PasswordField } from "../../../ui/PasswordField";
import { TextField } from "../../../ui/TextField";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";
import { StartingLevels } from "./StartingLevels";
import { levelsToSend, usual } from "./starting";

const empty = { username: "", password: "", changePasswordAtFirstSignIn: true };
const fields = ["username", "password", "levels"];

export function AddUsernameForm({ onAdded }: { onAdded: (username: string) => void }) {
  const account = useAccount();
  const [input, setInput] = useState(empty);
  const [presetName, setPresetName] = useState(usual);
  const [{ data }] = useQuery({ query: StartingLevelsDocument });
  const { save, isPending, problems } = useSave(AddUsernameDocument);
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  const set = (field: keyof typeof empty) => (value: string | boolean) => setInput((before) => ({ ...before, [field]: value }));

  const presets = data?.presets ?? [];
  const preset = presets.find(({ name }) => name === presetName);
  const submit = async () => {
    const added = await save({ account: account.id, input: { ...input, levels: levelsToSend(preset, account.level) } });
    const username = added?.addUsername?.link?.username;
    if (username) onAdded(username);
  };
  const errors = fieldErrors(problems, fields);
  const [other] = otherProblems(problems, fields);
  return (
    <Form onSubmit={() => void submit()} errors={errors} aria-label={t("Add a username")}>
      <FormError error={other?.message} {...(other && isRetryable(other) && { onRetry: () => void submit(), isRetrying: isPending })} />
      <TextField
        label={t("Username")}
        name="username"
        autoComplete="off"
        spellCheck="false"
        value={input.username}
        onChange={set("username")}
        isRequired
        description={t("3 to 64 letters, digits, dots, dashes or underscores, such as june.smith. No name is ever used twice.")}
      />
      <PasswordField
        label={t("Password")}
        name="password"
        autoComplete="new-password"
        value={input.password}
        onChange={set("password")}
        isRequired
        description={t("At least 15 characters; spaces are welcome, and pasting is too. It is checked against lists of common passwords.")}
        hint={<Length password={input.password} />}
      />
      <Checkbox
        isSelected={input.changePasswordAtFirstSignIn}
        onChange={set("changePasswordAtFirstSignIn")}
        description={t("Never share passwords: this one is known to two people, so the other should choose their own at once.")}
      >
        {t("Has to be changed at the first sign-in")}
      </Checkbox>
      <StartingLevels presets={presets} preset={preset} onChange={setPresetName} error={errors.levels} />
      <FormActions>
        <Button type="submit" variant="primary" icon={UserPlus} isPending={isPending} whyDisabled={whyNot}>
          {t("Add Username")}
        </Button>
      </FormActions>
    </Form>
  );
}

const least = 15;

// Characters as people count them.
function Length({ password }: { password: string }) {
  const length = [...password].length;
  if (length === 0 || length >= least) return null;
  return <span className="tabular-nums">{t("{length} of at least {least} characters", { length, least })}</span>;
}
