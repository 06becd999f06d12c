import { useEffect, useState } from "react";
import { ProofAskedForDocument, ProveAgainDocument } from "../../gen/documents/features/signin/ProveAgain";
import type { ProofAskedForQuery } from "../../gen/types";
import { doorClient } from "../../graphql/doorClient";
import { type Problem, fieldErrors, otherProblems, problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Form } from "../../ui/Form";
import { FormActions } from "../../ui/FormActions";
import { FormError } from "../../ui/FormError";
import { PasswordField } from "../../ui/PasswordField";
import { CodeField } from "./CodeField";
import { PasskeyProof } from "./PasskeyProof";
import { useWait } from "./useWait";

const fields = ["password", "code"];

// The client of the page waits for this form, so it has the door's.
export function ProveAgainForm({ onProven }: { onProven: () => void }) {
  const [viewer, setViewer] = useState<ProofAskedForQuery["viewer"]>();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [problems, setProblems] = useState<Problem[]>([]);
  const [isPending, setPending] = useState(false);
  const wait = useWait(problems[0]);
  useEffect(() => {
    void doorClient.query(ProofAskedForDocument, {}).then(({ data }) => setViewer(data?.viewer));
  }, []);
  const { authenticatorSince, passkeys = [] } = viewer?.secondFactor ?? {};
  const hasFactor = Boolean(authenticatorSince) || passkeys.length > 0;

  const submit = async () => {
    setPending(true);
    const { data, error } = await doorClient.mutation(ProveAgainDocument, { input: { password, code: hasFactor ? code : null } });
    setPending(false);
    setProblems(problemsOf(error));
    if (data?.proveAgain) onProven();
  };

  return (
    <>
      <Form onSubmit={() => void submit()} errors={fieldErrors(problems, fields)} aria-label={t("Is it still you?")}>
        <FormError error={otherProblems(problems, fields)[0]?.message} />
        <input type="text" autoComplete="username" value={viewer?.username ?? ""} readOnly hidden />
        <PasswordField label={t("Password")} name="password" autoComplete="current-password" value={password} onChange={setPassword} isRequired autoFocus />
        {hasFactor && <CodeField value={code} onChange={setCode} />}
        <FormActions note={wait}>
          <Button type="submit" variant="primary" isPending={isPending} whyDisabled={wait}>
            {t("Go on")}
          </Button>
        </FormActions>
      </Form>
      {passkeys.length > 0 && <PasskeyProof onProven={onProven} />}
    </>
  );
}
