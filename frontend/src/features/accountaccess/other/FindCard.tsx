import { Search } from "lucide-react";
import { useState } from "react";
import { FindAccountDocument } from "../../../gen/documents/features/accountaccess/other/Other";
import { fieldErrors, isRetryable, otherProblems } from "../../../graphql/problem";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { Form } from "../../../ui/Form";
import { FormActions } from "../../../ui/FormActions";
import { FormError } from "../../../ui/FormError";
import { PasswordField } from "../../../ui/PasswordField";
import { TextField } from "../../../ui/TextField";
import { CodeField } from "../../signin/CodeField";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount, useViewer } from "../../shell/viewer";
import { type Find, lasts } from "./find";

const fields = ["username", "password", "code"];

interface Props {
  // What was typed before, when one comes back.
  username: string;
  onFound: (find: Find) => void;
}

export function FindCard({ username: before, onFound }: Props) {
  const account = useAccount();
  const viewer = useViewer();
  const [username, setUsername] = useState(before);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [needsCode, setNeedsCode] = useState(false);
  const { save, isPending, problems } = useSave(FindAccountDocument);
  if (!needsCode && problems.some(({ details }) => details.secondFactor)) setNeedsCode(true);
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  const [other] = otherProblems(problems, fields);

  const submit = async () => {
    const asked = Date.now();
    const data = await save({ account: account.id, input: { username, password, code: needsCode ? code : null } });
    if (!data?.findAccount) return;
    const { find, providerName, practiceName } = data.findAccount;
    onFound({ id: find, username, providerName, practiceName, until: asked + lasts });
  };
  return (
    <Card
      title={t("Find an account")}
      description={t("With the username and password of another provider. Their account is then linked to your username, {username}.", { username: viewer.username })}
    >
      <Form onSubmit={() => void submit()} errors={fieldErrors(problems, fields)} aria-label={t("Find an account")}>
        <FormError error={other?.message} {...(other && isRetryable(other) && { onRetry: () => void submit(), isRetrying: isPending })} />
        <TextField label={t("Username")} name="username" autoComplete="off" spellCheck="false" value={username} onChange={setUsername} isRequired description={t("The other provider's, not yours.")} />
        <PasswordField
          label={t("Password")}
          name="password"
          // Not one's own, which the browser would fill in.
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          isRequired
          description={t("It is checked once and stored nowhere.")}
        />
        {needsCode && <CodeField value={code} onChange={setCode} autoFocus description={t("Of the other provider's second factor: six digits of the app, or a recovery code.")} />}
        <FormActions note={t("Nothing is granted yet.")}>
          <Button type="submit" variant="primary" icon={Search} isPending={isPending} whyDisabled={whyNot}>
            {t("Find Account")}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}
