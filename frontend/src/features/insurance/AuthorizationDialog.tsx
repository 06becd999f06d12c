import { AddAuthorizationDocument, EditAuthorizationDocument } from "../../gen/documents/features/insurance/Insurance";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { DateField } from "../../ui/DateField";
import { FieldRow } from "../../ui/FieldRow";
import { NumberField } from "../../ui/NumberField";
import { Select } from "../../ui/Select";
import { TextField } from "../../ui/TextField";
import { EditDialog } from "../editing/EditDialog";
import type { Edit } from "../editing/useEdit";
import { useAccount } from "../shell/viewer";
import { type Authorization, type AuthorizationFields, authorizationInput, authorizationWords, emptyAuthorization, savedAuthorization } from "./authorization";
import { type Policy, rankText } from "./policy";

interface Props {
  client: string;
  // Absent, a new one is added.
  row: Authorization | null;
  policies: readonly Policy[];
  onSaved: () => void;
  onClose: () => void;
}

export function AuthorizationDialog({ client, row, policies, onSaved, onClose }: Props) {
  const { id: account } = useAccount();
  const adding = useSave(AddAuthorizationDocument);
  const editing = useSave(EditAuthorizationDocument);
  const { isPending, problems, clear } = row ? editing : adding;
  const primary = policies.find(({ active, rank }) => active && rank === "PRIMARY");
  const saved = row ? savedAuthorization(row) : { version: 0, fields: { ...emptyAuthorization, policy: primary?.id ?? "" } };
  const words = authorizationWords((id) => policies.find((policy) => policy.id === id)?.payerName ?? undefined);

  const save = async (version: number, fields: AuthorizationFields) => {
    const input = authorizationInput(fields);
    const done = row
      ? (await editing.save({ account, id: row.id, version, input }))?.editAuthorization?.authorization
      : (await adding.save({ account, client, input }))?.addAuthorization?.authorization;
    if (!done) return undefined;
    onSaved();
    return savedAuthorization(done);
  };
  return (
    <EditDialog section="INSURANCE" title={row ? t("Edit authorization") : t("Add authorization")} thing={row?.id} words={words} saved={saved} save={save} problems={problems} isPending={isPending} clear={clear} onClose={onClose}>
      {(edit) => <Fields edit={edit} labels={words.labels} policies={policies} />}
    </EditDialog>
  );
}

interface FieldsProps {
  edit: Edit<AuthorizationFields>;
  labels: Record<keyof AuthorizationFields, string>;
  policies: readonly Policy[];
}

function Fields({ edit: { fields, set }, labels, policies }: FieldsProps) {
  const options = [
    { value: "", label: t("None") },
    ...policies.map(({ id, payerName, rank, active }) => ({ value: id, label: `${payerName}, ${active ? rankText(rank) : t("Ended")}`, isData: true })),
  ];
  return (
    <>
      <FieldRow>
        <TextField label={labels.number} name="number" isRequired value={fields.number} onChange={set("number")} isMono autoComplete="off" />
        <NumberField label={labels.sessionsAllowed} name="sessionsAllowed" isRequired value={fields.sessionsAllowed} onChange={set("sessionsAllowed")} min={1} max={999} />
      </FieldRow>
      <FieldRow>
        <DateField label={labels.fromDate} name="fromDate" isRequired value={fields.fromDate} onChange={set("fromDate")} autoComplete="off" />
        <DateField label={labels.untilDate} name="untilDate" isRequired value={fields.untilDate} onChange={set("untilDate")} autoComplete="off" />
      </FieldRow>
      <Select label={labels.policy} name="policy" options={options} value={fields.policy} onChange={set("policy")} />
      <TextField label={labels.remark} name="remark" value={fields.remark} onChange={set("remark")} rows={3} description={t("Nothing clinical belongs here.")} autoComplete="off" />
    </>
  );
}
