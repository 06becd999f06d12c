import { AddPayerDocument, EditPayerDocument } from "../../gen/documents/features/codessetup/Payers";
import type { PayerEntryFragment } from "../../gen/types";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { useWhyNoForm } from "../editing/useWhyNoForm";
import { useAccount } from "../shell/viewer";
import { EntryDialog } from "./EntryDialog";
import { EntryFacts } from "./EntryFacts";
import { PayerFormFields } from "./PayerFormFields";
import { ProvenanceNote } from "./ProvenanceNote";
import { type PayerFields, emptyPayer, payerInput, payerWords, savedPayer } from "./payer";

interface Props {
  // Absent, a new one is added.
  row: PayerEntryFragment | null;
  onSaved: () => void;
  onClose: () => void;
}

export function PayerDialog({ row, onSaved, onClose }: Props) {
  const { id: account } = useAccount();
  const whyNot = useWhyNoForm("CODES_SETUP");
  const adding = useSave(AddPayerDocument);
  const editing = useSave(EditPayerDocument);
  const saved = row ? savedPayer(row) : { version: 0, fields: emptyPayer };
  const { isPending, problems, clear } = row ? editing : adding;

  const save = async (version: number, fields: PayerFields) => {
    const input = payerInput(fields);
    const entry = row
      ? (await editing.save({ account, id: row.id, version, input }))?.editPayer?.payer
      : (await adding.save({ account, input }))?.addPayer?.payer;
    if (!entry) return undefined;
    onSaved();
    return savedPayer(entry);
  };

  const title = row ? (row.name ?? "") : t("Add insurance payer");
  const note = row?.provenance && <ProvenanceNote provenance={row.provenance} />;
  const frame = { title, note, words: payerWords(), onClose };
  if (whyNot) return <EntryFacts {...frame} fields={saved.fields} whyNotEdit={whyNot} />;
  return (
    <EntryDialog {...frame} saved={saved} save={save} problems={problems} isPending={isPending} clear={clear}>
      {(edit) => <PayerFormFields edit={edit} isNew={row === null} />}
    </EntryDialog>
  );
}
