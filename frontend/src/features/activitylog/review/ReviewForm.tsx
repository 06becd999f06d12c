import { useState } from "react";
import { SignOffReviewDocument } from "../../../gen/documents/features/activitylog/review/Review";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { dayIn } from "../../../text/dayIn";
import { formatDate } from "../../../text/format";
import { Button } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { DateField } from "../../../ui/DateField";
import { FieldRow } from "../../../ui/FieldRow";
import { FormActions } from "../../../ui/FormActions";
import { FormError } from "../../../ui/FormError";
import { TextField } from "../../../ui/TextField";
import { toast } from "../../../ui/toast";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";
import { Digest } from "./Digest";

export interface Days {
  from: string;
  until: string;
}

interface Props {
  days: Days;
  onDays: (days: Days) => void;
  onSignedOff: () => void;
}

export function ReviewForm({ days, onDays, onSignedOff }: Props) {
  const { id: account, timeZone } = useAccount();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [note, setNote] = useState("");
  const { save, isPending, problems } = useSave(SignOffReviewDocument);
  const whyNot = useWhyNotEdit("ACTIVITY_LOG");
  const yesterday = dayBefore(dayIn(timeZone));
  const wrong = wrongWith(days, yesterday);
  const signOff = async () => {
    if (!(await save({ account, input: { key, ...days, note } }))) return;
    setKey(crypto.randomUUID());
    setNote("");
    onSignedOff();
    toast({ text: t("Signed off: {from} until {until}.", { from: formatDate(days.from), until: formatDate(days.until) }) });
  };
  return (
    <Card title={t("What to review")}>
      <div className="flex flex-col gap-5">
        <FieldRow columns={4}>
          <DateField label={t("First day")} value={days.from} onChange={(from) => onDays({ ...days, from })} max={yesterday} />
          <DateField label={t("Last day")} value={days.until} onChange={(until) => onDays({ ...days, until })} max={yesterday} />
        </FieldRow>
        {wrong ? <p className="text-ink-muted">{wrong}</p> : <Digest days={days} />}
        <TextField label={t("Note")} rows={3} maxLength={1000} value={note} onChange={setNote} isDisabled={!!whyNot} description={t("What was looked into, and what came of it. Write nothing of a client.")} />
        <FormError error={problems[0]?.message} />
        <FormActions note={t("What is signed off stays, with your username, and is never changed.")}>
          <Button variant="primary" whyDisabled={whyNot ?? wrong} isPending={isPending} onPress={() => void signOff()}>
            {t("Sign Off")}
          </Button>
        </FormActions>
      </div>
    </Card>
  );
}

function wrongWith({ from, until }: Days, yesterday: string): string | undefined {
  if (!from || !until) return t("Choose the first and the last day. Today is not over yet.");
  if (until < from) return t("The last day comes after the first.");
  if (until > yesterday || from < "2000-01-01") return t("A review is of days that are over: until yesterday.");
  return undefined;
}

const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
