import { Lock } from "lucide-react";
import { useState } from "react";
import { SettleEmergenciesDocument } from "../../../gen/documents/features/accountaccess/emergency/Emergencies";
import type { EmergenciesQuery, SettledForEmergenciesFragment } from "../../../gen/types";
import { fieldErrors, isRetryable, otherProblems } from "../../../graphql/problem";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { formatMoment } from "../../../text/format";
import { Button } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { Checkbox } from "../../../ui/Checkbox";
import { CheckboxGroup } from "../../../ui/CheckboxGroup";
import { FieldRow } from "../../../ui/FieldRow";
import { Form } from "../../../ui/Form";
import { FormActions } from "../../../ui/FormActions";
import { FormError } from "../../../ui/FormError";
import { Select } from "../../../ui/Select";
import { TextField } from "../../../ui/TextField";
import { toast } from "../../../ui/toast";
import { durations } from "../../emergency/durations";
import { UnsavedDialog } from "../../shell/UnsavedDialog";
import { useAccount } from "../../shell/viewer";
import { LevelsField } from "../consent/LevelsField";
import { type Settled, inputOf, sectionsToSettle, settledOf } from "./settled";

interface Props {
  settings: SettledForEmergenciesFragment;
  usernames: NonNullable<NonNullable<EmergenciesQuery["account"]>["usernames"]>;
  onSaved: () => void;
}

const fields = ["links", "longestMinutes", "levels", "contactName", "contactEmail"];

export function SettingsCard({ settings, usernames, onSaved }: Props) {
  const { id, timeZone } = useAccount();
  const saved = settledOf(settings);
  const [settled, setSettled] = useState<Settled>(saved);
  const { save, isPending, problems } = useSave(SettleEmergenciesDocument);
  const errors = fieldErrors(problems, fields);
  const [other] = otherProblems(problems, fields);
  const isDirty = JSON.stringify(settled) !== JSON.stringify(saved);
  const set = (change: Partial<Settled>) => setSettled({ ...settled, ...change });
  const submit = async () => {
    const data = await save({ account: id, input: inputOf(settled, settings.version ?? 0) });
    if (!data?.settleEmergencies?.settings) return false;
    toast({ text: t("What may be opened in an emergency is settled.") });
    onSaved();
    return true;
  };
  const whyNot = settings.locked ?? (isDirty ? undefined : t("Nothing has been changed."));
  return (
    <Card title={t("What is settled before")} description={t("Who may open what at once, without asking. As long as nobody is chosen, nobody may.")}>
      {settings.locked && (
        <p className="mb-4 flex items-start gap-1.5 text-sm text-ink-muted">
          <Lock aria-hidden size={14} className="mt-0.5 shrink-0" />
          {settings.locked}
        </p>
      )}
      <Form onSubmit={() => void submit()} errors={errors} aria-label={t("What is settled before")}>
        <FormError error={other?.message} {...(other && isRetryable(other) && { onRetry: () => void submit(), isRetrying: isPending })} />
        <Usernames usernames={usernames} links={settled.links} onChange={(links) => set({ links })} error={errors.links} />
        <Select label={t("For at most")} name="longestMinutes" options={durations()} value={settled.longest} onChange={(longest) => set({ longest })} />
        <LevelsField levels={settled.levels} onChange={(levels) => set({ levels })} highest={() => "FULL"} whyCapped="" error={errors.levels} only={sectionsToSettle(settings)} />
        <Checkbox isSelected={settled.psychotherapy} onChange={(psychotherapy) => set({ psychotherapy })} description={t("View Only of those that their author shares. Without this they stay shut in every emergency.")}>
          {t("Psychotherapy notes too")}
        </Checkbox>
        <FieldRow columns={2}>
          <TextField label={t("Who is told besides the owner")} name="contactName" value={settled.contactName} onChange={(contactName) => set({ contactName })} isRequired maxLength={100} />
          <TextField label={t("Their e-mail address")} name="contactEmail" type="email" value={settled.contactEmail} onChange={(contactEmail) => set({ contactEmail })} isRequired maxLength={254} />
        </FieldRow>
        <FormActions note={settings.changedAt && t("Settled by {username}, {moment}", { username: settings.changedBy ?? "", moment: formatMoment(settings.changedAt, timeZone) })}>
          <Button type="submit" variant="primary" isPending={isPending} whyDisabled={whyNot}>
            {t("Save")}
          </Button>
          {isDirty && <Button onPress={() => setSettled(saved)}>{t("Discard changes")}</Button>}
        </FormActions>
      </Form>
      <UnsavedDialog isDirty={isDirty} save={submit} discard={() => setSettled(saved)} />
    </Card>
  );
}

interface UsernamesProps {
  usernames: Props["usernames"];
  links: string[];
  onChange: (links: string[]) => void;
  error: string | undefined;
}

function Usernames({ usernames, links, onChange, error }: UsernamesProps) {
  const others = usernames.filter(({ owner }) => !owner);
  if (others.length === 0) return <p className="text-ink-muted">{t("Nobody but the owner may enter this account yet.")}</p>;
  return (
    <CheckboxGroup
      label={t("Who may")}
      name="links"
      columns={2}
      options={others.map(({ id, username }) => ({ value: id, label: username ?? "", isData: true }))}
      value={links}
      onChange={onChange}
      error={error}
    />
  );
}
