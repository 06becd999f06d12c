import { t } from "../../text";
import { DateField } from "../../ui/DateField";
import { FieldRow } from "../../ui/FieldRow";
import { TextField } from "../../ui/TextField";
import type { Edit } from "../editing/useEdit";
import { type PolicyFields, policyWords } from "./policy";

// Who holds the policy where that is not the client: a claim asks for all of it.
export function SubscriberFields({ edit: { fields, set } }: { edit: Edit<PolicyFields> }) {
  const { labels } = policyWords();
  return (
    <>
      <FieldRow>
        <TextField label={labels.subscriberName} name="subscriberName" isRequired value={fields.subscriberName} onChange={set("subscriberName")} autoComplete="off" />
        <DateField label={labels.subscriberBirthDate} name="subscriberBirthDate" value={fields.subscriberBirthDate} onChange={set("subscriberBirthDate")} min="1890-01-01" autoComplete="off" />
      </FieldRow>
      <FieldRow>
        <TextField label={labels.subscriberStreet} name="subscriberStreet" value={fields.subscriberStreet} onChange={set("subscriberStreet")} autoComplete="off" />
        <TextField label={labels.subscriberCity} name="subscriberCity" value={fields.subscriberCity} onChange={set("subscriberCity")} autoComplete="off" />
      </FieldRow>
      <FieldRow>
        <TextField label={labels.subscriberState} name="subscriberState" value={fields.subscriberState} onChange={set("subscriberState")} maxLength={2} description={t("Two letters, such as NY.")} autoComplete="off" />
        <TextField label={labels.subscriberZip} name="subscriberZip" value={fields.subscriberZip} onChange={set("subscriberZip")} maxLength={10} inputMode="numeric" description={t("Five or nine digits.")} autoComplete="off" />
      </FieldRow>
    </>
  );
}
