import { useState } from "react";
import { SignUpDocument } from "../../gen/documents/features/signin/SignUp";
import { doorClient } from "../../graphql/doorClient";
import { type Problem, fieldErrors, otherProblems, problemsOf } from "../../graphql/problem";
import { tellTabs } from "../../live/tabs";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { ComboBox } from "../../ui/ComboBox";
import { Form } from "../../ui/Form";
import { FormActions } from "../../ui/FormActions";
import { FormError } from "../../ui/FormError";
import { PasswordField } from "../../ui/PasswordField";
import { TextField } from "../../ui/TextField";
import { TextLink } from "../../ui/TextLink";
import { forgetLastAccount } from "../shell/lastAccount";
import { useTitle } from "../shell/useTitle";
import { Door } from "./Door";
import { ownTimeZone, timeZones } from "./timeZones";

const empty = { practiceName: "", providerName: "", email: "", username: "", password: "", timeZone: ownTimeZone() };
const fields = Object.keys(empty);

export function SignUpPage() {
  const [input, setInput] = useState(empty);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [isPending, setPending] = useState(false);
  useTitle(t("Create My Account"));

  const set = (field: keyof typeof empty) => (value: string) => setInput((before) => ({ ...before, [field]: value }));
  const submit = async () => {
    setPending(true);
    setProblems([]);
    const { data, error } = await doorClient.mutation(SignUpDocument, { input });
    setPending(false);
    setProblems(problemsOf(error));
    const { account, viewer } = data?.signUp ?? {};
    if (!account || !viewer) return;
    forgetLastAccount();
    tellTabs({ kind: "signed-in", username: viewer.username });
    location.assign(`/p/${account.id}`);
  };

  return (
    <Door title={t("Create My Account")} footer={<>{t("Do you have a username?")} <TextLink to="/sign-in">{t("Sign in")}</TextLink></>}>
      <Form onSubmit={() => void submit()} errors={fieldErrors(problems, fields)} aria-label={t("Create My Account")}>
        <FormError error={otherProblems(problems, fields)[0]?.message} />
        <TextField label={t("Provider's name")} name="providerName" autoComplete="name" value={input.providerName} onChange={set("providerName")} isRequired autoFocus description={t("One account is one provider. For a group, create an account for each.")} />
        <TextField label={t("Practice name")} name="practiceName" autoComplete="organization" value={input.practiceName} onChange={set("practiceName")} isRequired />
        <TextField label={t("E-mail address")} name="email" type="email" autoComplete="email" value={input.email} onChange={set("email")} isRequired description={t("Notices to the owner go here.")} />
        <TextField label={t("Username")} name="username" autoComplete="username" value={input.username} onChange={set("username")} isRequired spellCheck="false" description={t("3 to 64 letters, digits, dots, dashes or underscores. It is never given to anybody else.")} />
        <PasswordField label={t("Password")} name="password" autoComplete="new-password" value={input.password} onChange={set("password")} isRequired description={t("At least 15 characters. A few words in a row are easy to keep; no digits or symbols are needed.")} />
        <ComboBox label={t("Time zone")} name="timeZone" options={timeZones(input.timeZone)} value={input.timeZone} onChange={(zone) => set("timeZone")(zone ?? "")} isRequired />
        <FormActions>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t("Create My Account")}
          </Button>
        </FormActions>
      </Form>
    </Door>
  );
}
