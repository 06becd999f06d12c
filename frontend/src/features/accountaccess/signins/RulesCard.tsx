import { useState } from "react";
import { SetSignInRulesDocument } from "../../../gen/documents/features/accountaccess/signins/SignIns";
import type { RulesOfSignInsFragment } from "../../../gen/types";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { Checkbox } from "../../../ui/Checkbox";
import { Form } from "../../../ui/Form";
import { FormActions } from "../../../ui/FormActions";
import { FormError } from "../../../ui/FormError";
import { Select } from "../../../ui/Select";
import { toast } from "../../../ui/toast";
import { UnsavedDialog } from "../../shell/UnsavedDialog";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";
import { idleChoices, reminderChoices } from "./choices";

type Rules = Omit<NonNullable<RulesOfSignInsFragment["signInRules"]>, "__typename">;

const ruleNames = ["idleMinutes", "passwordReminderMonths", "secondFactorRequired", "passkeyRequired"] as const;

// What is sent names the rules alone.
const rulesOf = ({ idleMinutes, passwordReminderMonths, secondFactorRequired, passkeyRequired }: Rules): Rules => ({
  idleMinutes,
  passwordReminderMonths,
  secondFactorRequired,
  passkeyRequired,
});

interface Props {
  saved: Rules;
  // Why the viewer cannot change whether a second factor is needed.
  factorLocked: string | null;
  // Why they cannot change whether it has to be a passkey.
  passkeyLocked: string | null;
  onStale: () => void;
}

export function RulesCard({ saved, factorLocked, passkeyLocked, onStale }: Props) {
  const { id } = useAccount();
  const base = rulesOf(saved);
  const [rules, setRules] = useState<Rules>(base);
  const { save, isPending, problems } = useSave(SetSignInRulesDocument);
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  const isDirty = ruleNames.some((name) => rules[name] !== base[name]);
  const submit = async () => {
    const data = await save({ account: id, base, input: rules });
    if (data?.setSignInRules?.account) toast({ text: t("The rules for sign-ins are saved.") });
    return Boolean(data);
  };
  const isStale = problems[0]?.code === "CONFLICT";
  return (
    <Card title={t("Rules for sign-ins")} description={t("They hold for everybody who may enter this account. Whoever may enter several is held to the strictest of them.")}>
      <Form onSubmit={() => void submit()} aria-label={t("Rules for sign-ins")}>
        <FormError error={problems[0]?.message} onRetry={isStale ? onStale : undefined} />
        <Select
          label={t("Sign out when not used for")}
          name="idleMinutes"
          options={idleChoices(base.idleMinutes)}
          value={String(rules.idleMinutes)}
          onChange={(minutes) => setRules({ ...rules, idleMinutes: Number(minutes) })}
          description={t("A minute before, the page asks. Nothing that was typed is lost.")}
        />
        <Select
          label={t("Remind of a password's age")}
          name="passwordReminderMonths"
          options={reminderChoices(base.passwordReminderMonths)}
          value={String(rules.passwordReminderMonths ?? 0)}
          onChange={(months) => setRules({ ...rules, passwordReminderMonths: Number(months) || null })}
          description={t("A reminder in My Access, and nothing more: a good password need not be changed because it is old.")}
        />
        <Checkbox
          isSelected={rules.secondFactorRequired}
          onChange={(secondFactorRequired) => setRules({ ...rules, secondFactorRequired, passkeyRequired: rules.passkeyRequired && secondFactorRequired })}
          isReadOnly={factorLocked !== null}
          description={factorLocked ?? t("Whoever has none can sign in, and enters this account once one is set up. Linked usernames too.")}
        >
          {t("Everybody who enters needs a second factor")}
        </Checkbox>
        <Checkbox
          isSelected={rules.passkeyRequired}
          onChange={(passkeyRequired) => setRules({ ...rules, passkeyRequired, secondFactorRequired: rules.secondFactorRequired || passkeyRequired })}
          isReadOnly={passkeyLocked !== null}
          description={passkeyLocked ?? t("A passkey cannot be given away on a false page, as a password and a code can. Whoever signed in otherwise uses theirs once more to enter.")}
        >
          {t("It has to be a passkey")}
        </Checkbox>
        <FormActions>
          <Button type="submit" variant="primary" isPending={isPending} whyDisabled={whyNot ?? (isDirty ? undefined : t("Nothing has been changed."))}>
            {t("Save")}
          </Button>
          {isDirty && <Button onPress={() => setRules(base)}>{t("Discard changes")}</Button>}
        </FormActions>
      </Form>
      <UnsavedDialog isDirty={isDirty} save={submit} discard={() => setRules(base)} />
      <p className="mt-3 text-sm text-ink-muted">{t("However much it is used, every sign-in ends 12 hours after it began.")}</p>
    </Card>
  );
}
