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

interface Props {
  saved: Rules;
  // Why the viewer cannot change whether a second factor is needed.
  factorLocked: string | null;
  onStale: () => void;
}

export function RulesCard({ saved, factorLocked, onStale }: Props) {
  const { id } = useAccount();
  const base = { idleMinutes: saved.idleMinutes, passwordReminderMonths: saved.passwordReminderMonths, secondFactorRequired: saved.secondFactorRequired };
  const [rules, setRules] = useState<Rules>(base);
  const { save, isPending, problems } = useSave(SetSignInRulesDocument);
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  const isDirty = rules.idleMinutes !== base.idleMinutes || rules.passwordReminderMonths !== base.passwordReminderMonths || rules.secondFactorRequired !== base.secondFactorRequired;
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
          onChange={(secondFactorRequired) => setRules({ ...rules, secondFactorRequired })}
          isReadOnly={factorLocked !== null}
          description={factorLocked ?? t("Whoever has none can sign in, and enters this account once one is set up. Linked usernames too.")}
        >
          {t("Everybody who enters needs a second factor")}
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
