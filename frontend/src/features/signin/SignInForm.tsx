import { useState } from "react";
import { SignInDocument } from "../../gen/documents/features/signin/SignIn";
import { doorClient } from "../../graphql/doorClient";
import { type Problem, problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { later } from "../../ui/later";
import { Button } from "../../ui/Button";
import { Form } from "../../ui/Form";
import { FormActions } from "../../ui/FormActions";
import { FormError } from "../../ui/FormError";
import { PasswordField } from "../../ui/PasswordField";
import { TextField } from "../../ui/TextField";
import { useWait } from "./useWait";

const LaterBesidePassword = later(() => import("./BesidePassword").then((module) => module.BesidePassword));

interface Props {
  // The username that has to sign in again; absent, whoever likes.
  username?: string;
  onSignedIn: (username: string) => void;
}

// A wrong entry keeps the username and does not say which of the two was wrong: the server does not
// say so either.
export function SignInForm({ username: fixed, onSignedIn }: Props) {
  const [username, setUsername] = useState(fixed ?? "");
  const [password, setPassword] = useState("");
  const [problems, setProblems] = useState<Problem[]>([]);
  const [half, setHalf] = useState<string>();
  const [isPending, setPending] = useState(false);
  const wait = useWait(problems[0]);

  const submit = async () => {
    if (wait) return;
    setPending(true);
    const { data, error } = await doorClient.mutation(SignInDocument, { input: { username, password } });
    setPending(false);
    setProblems(problemsOf(error));
    const { viewer, half: begun } = data?.signIn ?? {};
    if (!viewer && !begun) return;
    setPassword("");
    setHalf(begun?.token);
    if (viewer) onSignedIn(viewer.username);
  };
  const startOver = (why: Problem[]) => {
    setHalf(undefined);
    setProblems(why);
  };

  const beside = <LaterBesidePassword half={half} onSignedIn={onSignedIn} onStartOver={startOver} />;
  if (half) return beside;

  return (
    <>
      <Form onSubmit={() => void submit()} aria-label={t("Sign in")}>
        <FormError error={problems[0]?.message} />
        <TextField
          label={t("Username")}
          name="username"
          autoComplete="username webauthn"
          value={username}
          onChange={setUsername}
          isReadOnly={fixed !== undefined}
          isRequired
          spellCheck="false"
          autoFocus={fixed === undefined}
        />
        <PasswordField
          label={t("Password")}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          isRequired
          autoFocus={fixed !== undefined}
        />
        <FormActions note={wait}>
          <Button type="submit" variant="primary" isPending={isPending} whyDisabled={wait}>
            {t("Sign in")}
          </Button>
        </FormActions>
      </Form>
      {/* Its room is kept: what comes later moves nothing. */}
      <div className="min-h-17.25 phone:min-h-19.25">{beside}</div>
    </>
  );
}
