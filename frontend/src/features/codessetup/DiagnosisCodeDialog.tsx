import { AddDiagnosisCodeDocument, EditDiagnosisCodeDocument } from "../../gen/documents/features/codessetup/DiagnosisCodes";
import type { DiagnosisEntryFragment } from "../../gen/types";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { Checkbox } from "../../ui/Checkbox";
import { DateField } from "../../ui/DateField";
import { FieldRow } from "../../ui/FieldRow";
import { TextField } from "../../ui/TextField";
import type { Edit } from "../editing/useEdit";
import { useWhyNoForm } from "../editing/useWhyNoForm";
import { useAccount } from "../shell/viewer";
import { EntryDialog } from "./EntryDialog";
import { EntryFacts } from "./EntryFacts";
import { ProvenanceNote } from "./ProvenanceNote";
import { type DiagnosisFields, diagnosisInput, diagnosisWords, emptyDiagnosisCode, savedDiagnosisCode } from "./diagnosisCode";

interface Props {
  // Absent, a new one is added.
  row: DiagnosisEntryFragment | null;
  onSaved: () => void;
  onClose: () => void;
}

export function DiagnosisCodeDialog({ row, onSaved, onClose }: Props) {
  const { id: account } = useAccount();
  const whyNot = useWhyNoForm("CODES_SETUP");
  const adding = useSave(AddDiagnosisCodeDocument);
  const editing = useSave(EditDiagnosisCodeDocument);
  const saved = row ? savedDiagnosisCode(row) : { version: 0, fields: emptyDiagnosisCode };
  const { isPending, problems, clear } = row ? editing : adding;

  const save = async (version: number, fields: DiagnosisFields) => {
    const input = diagnosisInput(fields);
    const entry = row
      ? (await editing.save({ account, id: row.id, version, input }))?.editDiagnosisCode?.diagnosisCode
      : (await adding.save({ account, input }))?.addDiagnosisCode?.diagnosisCode;
    if (!entry) return undefined;
    onSaved();
    return savedDiagnosisCode(entry);
  };

  const title = row ? t("Diagnosis code {code}", { code: row.code ?? "" }) : t("Add diagnosis code");
  const note = row?.provenance && <ProvenanceNote provenance={row.provenance} />;
  const frame = { title, note, words: diagnosisWords(), onClose };
  if (whyNot) return <EntryFacts {...frame} fields={saved.fields} whyNotEdit={whyNot} />;
  return (
    <EntryDialog {...frame} saved={saved} save={save} problems={problems} isPending={isPending} clear={clear}>
      {(edit) => <DiagnosisCodeFields edit={edit} isNew={row === null} />}
    </EntryDialog>
  );
}

function DiagnosisCodeFields({ edit: { fields, set }, isNew }: { edit: Edit<DiagnosisFields>; isNew: boolean }) {
  const { labels } = diagnosisWords();
  return (
    <>
      <FieldRow>
        <TextField label={labels.code} name="code" value={fields.code} onChange={set("code")} isRequired autoFocus={isNew} isMono autoComplete="off" spellCheck="false" maxLength={20} description={t("Such as F41.1. The dot and capitals are put in by themselves.")} />
        <TextField label={labels.codeSet} name="codeSet" value={fields.codeSet} onChange={set("codeSet")} isRequired autoComplete="off" spellCheck="false" maxLength={40} />
      </FieldRow>
      <TextField label={labels.description} name="description" value={fields.description} onChange={set("description")} isRequired autoComplete="off" maxLength={256} />
      <FieldRow>
        <DateField label={labels.effectiveFrom} name="effectiveFrom" value={fields.effectiveFrom} onChange={set("effectiveFrom")} min="1900-01-01" description={t("Empty: from any day.")} />
        <DateField label={labels.effectiveTo} name="effectiveTo" value={fields.effectiveTo} onChange={set("effectiveTo")} min={fields.effectiveFrom || "1900-01-01"} description={t("Empty: without an end.")} />
      </FieldRow>
      <Checkbox name="favourite" isSelected={fields.favourite} onChange={set("favourite")} description={t("Stands on top of the list. Favourites are this account's own and never copied.")}>
        {labels.favourite}
      </Checkbox>
      <Checkbox name="active" isSelected={fields.active} onChange={set("active")} description={t("Is offered for new entries.")}>
        {labels.active}
      </Checkbox>
    </>
  );
}
