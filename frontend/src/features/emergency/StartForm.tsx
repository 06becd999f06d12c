import { Siren } from "lucide-react";
import { useState } from "react";
import { StartEmergencyDocument } from "../../gen/documents/features/emergency/Emergency";
import type { EmergencyOfferQuery } from "../../gen/types";
import { fieldErrors, isRetryable, otherProblems } from "../../graphql/problem";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Form } from "../../ui/Form";
import { FormActions } from "../../ui/FormActions";
import { FormError } from "../../ui/FormError";
import { Select } from "../../ui/Select";
import { TextField } from "../../ui/TextField";
import { LevelsField } from "../accountaccess/consent/LevelsField";
import { type Levels, levelOf, levelsOf, levelsToGive } from "../accountaccess/consent/levels";
import { sections } from "../shell/sections";
import { useAccount } from "../shell/viewer";
import { durations, usualMinutes } from "./durations";

type Offer = NonNullable<NonNullable<EmergencyOfferQuery["account"]>["emergencyOffer"]>;

const fields = ["reason", "levels", "minutes"];

export function StartForm({ offer }: { offer: Offer }) {
  const { id } = useAccount();
  const [reason, setReason] = useState("");
  const [levels, setLevels] = useState<Levels>({});
  const [minutes, setMinutes] = useState(String(usualMinutes(offer.longestMinutes)));
  const { save, isPending, problems } = useSave(StartEmergencyDocument);
  const errors = fieldErrors(problems, fields);
  const [other] = otherProblems(problems, fields);
  const settled = levelsOf(offer.levels);
  const start = () => void save({ account: id, input: { reason, levels: levelsToGive(levels), minutes: Number(minutes) } });
  return (
    <Card title={t("Open at once")} description={t("The owner, and whoever the owner has named, are told now. All you do until the end is marked in the Activity Log, and somebody else reviews it.")}>
      <Form onSubmit={start} errors={errors} aria-label={t("Emergency Access")}>
        <FormError error={other?.message} {...(other && isRetryable(other) && { onRetry: start, isRetrying: isPending })} />
        <TextField label={t("What has happened")} name="reason" value={reason} onChange={setReason} isRequired minLength={15} maxLength={500} description={t("At least 15 characters. No names of clients: whoever runs the account reads it.")} />
        <LevelsField
          levels={levels}
          onChange={setLevels}
          highest={(section) => levelOf(settled, section)}
          whyCapped={t("The owner has settled that no more is opened.")}
          error={errors.levels}
          only={sections.filter((section) => levelOf(settled, section) !== "NONE")}
        />
        <Select label={t("For")} name="minutes" options={durations(offer.longestMinutes)} value={minutes} onChange={setMinutes} description={t("It ends by itself. You can end it earlier.")} />
        <FormActions note={t("It asks once more for your password or passkey.")}>
          <Button type="submit" variant="danger" icon={Siren} isPending={isPending}>
            {t("Start emergency access")}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}
