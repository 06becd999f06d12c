import { useState } from "react";
import { RecordDisclosureDocument } from "../../../gen/documents/features/clients/disclosures/Disclosures";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { dayIn } from "../../../text/dayIn";
import { DateField } from "../../../ui/DateField";
import { TextField } from "../../../ui/TextField";
import { toast } from "../../../ui/toast";
import { EditDialog } from "../../editing/EditDialog";
import { useAccount } from "../../shell/viewer";
import { type DisclosureFields, disclosureInput, disclosureWords, emptyDisclosure } from "./disclosure";

interface Props {
  client: string;
  onSaved: () => void;
  onClose: () => void;
}

export function DisclosureDialog({ client, onSaved, onClose }: Props) {
  const { id: account, timeZone } = useAccount();
  const { save: send, isPending, problems, clear } = useSave(RecordDisclosureDocument);
  const [key] = useState(() => crypto.randomUUID());
  const { labels } = disclosureWords();
  const save = async (version: number, fields: DisclosureFields) => {
    if (!(await send({ account, client, input: disclosureInput(key, fields) }))) return undefined;
    onSaved();
    toast({ text: t("The disclosure is recorded.") });
    return { version, fields };
  };
  return (
    <EditDialog
      section="CLIENTS"
      title={t("Record disclosure")}
      note={t("What is recorded is never changed. If something is wrong, strike it out and record it anew.")}
      words={disclosureWords()}
      saved={{ version: 0, fields: { ...emptyDisclosure, disclosedOn: dayIn(timeZone) } }}
      save={save}
      problems={problems}
      isPending={isPending}
      clear={clear}
      onClose={onClose}
    >
      {({ fields, set }) => (
        <>
          <DateField label={labels.disclosedOn} name="disclosedOn" isRequired value={fields.disclosedOn} onChange={set("disclosedOn")} min="2003-04-14" />
          <TextField label={labels.recipient} name="recipient" isRequired value={fields.recipient} onChange={set("recipient")} maxLength={200} autoComplete="off" description={t("A person, an authority or a company.")} />
          <TextField label={labels.address} name="address" value={fields.address} onChange={set("address")} maxLength={200} autoComplete="off" />
          <TextField label={labels.what} name="what" isRequired rows={2} value={fields.what} onChange={set("what")} maxLength={500} description={t("In brief, such as: dates of service and diagnosis.")} />
          <TextField label={labels.purpose} name="purpose" isRequired rows={2} value={fields.purpose} onChange={set("purpose")} maxLength={500} description={t("Why, or on whose request: a court order, a report that the law asks for.")} />
        </>
      )}
    </EditDialog>
  );
}
