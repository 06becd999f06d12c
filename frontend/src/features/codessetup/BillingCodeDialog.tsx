import { AddBillingCodeDocument, EditBillingCodeDocument } from "../../gen/documents/features/codessetup/BillingCodes";
import type { BillingEntryFragment } from "../../gen/types";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { Checkbox } from "../../ui/Checkbox";
import { FieldRow } from "../../ui/FieldRow";
import { MoneyField } from "../../ui/MoneyField";
import { NumberField } from "../../ui/NumberField";
import { RadioGroup } from "../../ui/RadioGroup";
import { TextField } from "../../ui/TextField";
import type { Edit } from "../editing/useEdit";
import { useWhyNoForm } from "../editing/useWhyNoForm";
import { useAccount } from "../shell/viewer";
import { EntryDialog } from "./EntryDialog";
import { EntryFacts } from "./EntryFacts";
import { ProvenanceNote } from "./ProvenanceNote";
import { whySystem } from "./StateBadge";
import { type BillingFields, billToOptions, billingInput, billingWords, emptyBillingCode, savedBillingCode } from "./billingCode";

interface Props {
  // Absent, a new one is added.
  row: BillingEntryFragment | null;
  onSaved: () => void;
  onClose: () => void;
}

export function BillingCodeDialog({ row, onSaved, onClose }: Props) {
  const { id: account } = useAccount();
  const mayNot = useWhyNoForm("CODES_SETUP");
  const whyNot = row?.system ? whySystem() : mayNot;
  const adding = useSave(AddBillingCodeDocument);
  const editing = useSave(EditBillingCodeDocument);
  const saved = row ? savedBillingCode(row) : { version: 0, fields: emptyBillingCode };
  const { isPending, problems, clear } = row ? editing : adding;

  const save = async (version: number, fields: BillingFields) => {
    const input = billingInput(fields);
    const entry = row
      ? (await editing.save({ account, id: row.id, version, input }))?.editBillingCode?.billingCode
      : (await adding.save({ account, input }))?.addBillingCode?.billingCode;
    if (!entry) return undefined;
    onSaved();
    return savedBillingCode(entry);
  };

  const title = row ? t("Billing code {code}", { code: row.code ?? "" }) : t("Add billing code");
  const note = row?.provenance && <ProvenanceNote provenance={row.provenance} />;
  const frame = { title, note, words: billingWords(), onClose };
  if (whyNot) return <EntryFacts {...frame} fields={saved.fields} whyNotEdit={whyNot} />;
  return (
    <EntryDialog {...frame} saved={saved} save={save} problems={problems} isPending={isPending} clear={clear}>
      {(edit) => <BillingCodeFields edit={edit} isNew={row === null} />}
    </EntryDialog>
  );
}

function BillingCodeFields({ edit: { fields, set }, isNew }: { edit: Edit<BillingFields>; isNew: boolean }) {
  const { labels } = billingWords();
  return (
    <>
      <FieldRow>
        <TextField label={labels.code} name="code" value={fields.code} onChange={set("code")} isRequired autoFocus={isNew} isMono autoComplete="off" spellCheck="false" maxLength={5} description={t("Five letters or digits.")} />
        <TextField label={labels.placeOfService} name="placeOfService" value={fields.placeOfService} onChange={set("placeOfService")} isRequired isMono autoComplete="off" maxLength={2} inputMode="numeric" description={t("A CMS number of two digits: 11 Office, 10 Telehealth at home, 02 Telehealth elsewhere.")} />
      </FieldRow>
      <TextField label={labels.description} name="description" value={fields.description} onChange={set("description")} isRequired autoComplete="off" maxLength={256} />
      <FieldRow columns={3}>
        <MoneyField label={labels.defaultCharge} name="defaultCharge" value={fields.defaultCharge} onChange={set("defaultCharge")} />
        <NumberField label={labels.defaultMinutes} name="defaultMinutes" value={fields.defaultMinutes} onChange={set("defaultMinutes")} min={1} max={1440} suffix={t("min")} description={t("Empty: none.")} />
        <NumberField label={labels.units} name="units" value={fields.units} onChange={set("units")} min={1} max={999} isRequired />
      </FieldRow>
      <RadioGroup label={labels.billTo} name="billTo" options={billToOptions()} value={fields.billTo} onChange={set("billTo")} />
      <Checkbox name="active" isSelected={fields.active} onChange={set("active")} description={t("Is offered for new entries.")}>
        {labels.active}
      </Checkbox>
    </>
  );
}
