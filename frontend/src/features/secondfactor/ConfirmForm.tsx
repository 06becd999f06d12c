import { useState } from "react";
import { ConfirmAuthenticatorDocument } from "../../gen/documents/features/secondfactor/SecondFactor";
import { fieldErrors, otherProblems } from "../../graphql/problem";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Form } from "../../ui/Form";
import { FormActions } from "../../ui/FormActions";
import { FormError } from "../../ui/FormError";
import { toast } from "../../ui/toast";
import { CodeField } from "../signin/CodeField";

const fields = ["code"];

// Gives the recovery codes that were made, or nothing where there were some.
export function ConfirmForm({ onConfirmed }: { onConfirmed: (codes: readonly string[] | null) => void }) {
  const [code, setCode] = useState("");
  const { save, isPending, problems } = useSave(ConfirmAuthenticatorDocument);
  const submit = async () => {
    const data = await save({ code });
    if (!data?.confirmAuthenticator) return;
    toast({ text: t("From now on a code of the app is asked for when you sign in.") });
    onConfirmed(data.confirmAuthenticator.recoveryCodes);
  };
  return (
    <Form onSubmit={() => void submit()} errors={fieldErrors(problems, fields)} aria-label={t("Confirm the app")}>
      <FormError error={otherProblems(problems, fields)[0]?.message} />
      <CodeField value={code} onChange={setCode} description={t("The six digits that the app shows now.")} />
      <FormActions>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t("Confirm")}
        </Button>
      </FormActions>
    </Form>
  );
}
