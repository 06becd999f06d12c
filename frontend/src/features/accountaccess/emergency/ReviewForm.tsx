import { Lock } from "lucide-react";
import { useState } from "react";
import { ReviewEmergencyDocument } from "../../../gen/documents/features/accountaccess/emergency/Emergencies";
import type { EmergencyLineFragment } from "../../../gen/types";
import { fieldErrors, otherProblems } from "../../../graphql/problem";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Form } from "../../../ui/Form";
import { FormActions } from "../../../ui/FormActions";
import { FormError } from "../../../ui/FormError";
import { RadioGroup } from "../../../ui/RadioGroup";
import { TextField } from "../../../ui/TextField";
import { toast } from "../../../ui/toast";
import { useAccount } from "../../shell/viewer";

const fields = ["finding"];

// What somebody else than its user says of it afterwards.
export function ReviewForm({ emergency: { id, username, reviewLocked } }: { emergency: EmergencyLineFragment }) {
  const account = useAccount();
  const [verdict, setVerdict] = useState<"YES" | "NO" | null>(null);
  const [finding, setFinding] = useState("");
  const { save, isPending, problems } = useSave(ReviewEmergencyDocument);
  const errors = fieldErrors(problems, fields);
  const locked = reviewLocked ?? (account.mayView("ACTIVITY_LOG") ? null : t("Whoever reviews this sees in the Activity Log what was done: you need View Only there."));
  if (locked) {
    return (
      <p className="flex items-start gap-1.5 text-sm text-ink-muted">
        <Lock aria-hidden size={14} className="mt-0.5 shrink-0" />
        {locked}
      </p>
    );
  }
  const submit = async () => {
    const data = await save({ account: account.id, id, input: { justified: verdict === "YES", finding } });
    if (data?.reviewEmergency?.emergency) toast({ text: t("The review is kept.") });
  };
  return (
    <Form onSubmit={() => void submit()} errors={errors} className="mt-1 flex flex-col gap-3" aria-label={t("Review of {username}", { username: username ?? "" })}>
      <FormError error={otherProblems(problems, fields)[0]?.message} />
      <RadioGroup label={t("Was it justified?")} options={verdicts()} value={verdict} onChange={setVerdict} orientation="horizontal" isRequired />
      <TextField label={t("What you found")} name="finding" value={finding} onChange={setFinding} rows={2} isRequired maxLength={1000} />
      <FormActions note={t("It cannot be changed afterwards.")}>
        <Button type="submit" isPending={isPending} whyDisabled={verdict ? undefined : t("Say first whether it was justified.")}>
          {t("Keep the review")}
        </Button>
      </FormActions>
    </Form>
  );
}

const verdicts = () => [
  { value: "YES" as const, label: t("Justified") },
  { value: "NO" as const, label: t("Not justified") },
];
