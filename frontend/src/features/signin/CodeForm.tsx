import { useState } from "react";
import { FinishSignInDocument } from "../../gen/documents/features/signin/FinishSignIn";
import { doorClient } from "../../graphql/doorClient";
import { type Problem, fieldErrors, otherProblems, problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Form } from "../../ui/Form";
import { FormActions } from "../../ui/FormActions";
import { FormError } from "../../ui/FormError";
import { PasskeySignIn } from "./PasskeySignIn";
import { CodeField } from "./CodeField";
import { useWait } from "./useWait";

const fields = ["code"];

interface Props {
  // The half of a sign-in that the password has begun.
  token: string;
  onSignedIn: (username: string) => void;
  onStartOver: (why: Problem[]) => void;
}

// The second step: the password was right.
export function CodeForm({ token, onSignedIn, onStartOver }: Props) {
  const [code, setCode] = useState("");
  const [problems, setProblems] = useState<Problem[]>([]);
  const [isPending, setPending] = useState(false);
  const wait = useWait(problems[0]);

  const submit = async () => {
    if (wait) return;
    setPending(true);
    const { data, error } = await doorClient.mutation(FinishSignInDocument, { input: { token, code } });
    setPending(false);
    const found = problemsOf(error);
    if (found.some(({ details }) => details.half)) return onStartOver(found);
    setProblems(found);
    const viewer = data?.finishSignIn?.viewer;
    if (viewer) onSignedIn(viewer.username);
  };

  return (
    <>
      <Form onSubmit={() => void submit()} errors={fieldErrors(problems, fields)} aria-label={t("Second factor")}>
        <FormError error={otherProblems(problems, fields)[0]?.message} />
        <CodeField value={code} onChange={setCode} autoFocus />
        <FormActions note={wait}>
          <Button type="submit" variant="primary" isPending={isPending} whyDisabled={wait}>
            {t("Sign in")}
          </Button>
          <Button variant="quiet" onPress={() => onStartOver([])}>
            {t("Back")}
          </Button>
        </FormActions>
      </Form>
      <PasskeySignIn onSignedIn={onSignedIn} />
    </>
  );
}
