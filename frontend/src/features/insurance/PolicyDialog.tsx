import { AddInsurancePolicyDocument, EditInsurancePolicyDocument } from "../../gen/documents/features/insurance/Insurance";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { EditDialog } from "../editing/EditDialog";
import { useAccount } from "../shell/viewer";
import { PolicyFormFields } from "./PolicyFormFields";
import { type Policy, type PolicyFields, emptyPolicy, policyInput, policyWords, referringOf, savedPolicy } from "./policy";

interface Props {
  client: string;
  // Absent, a new one is added.
  policy: Policy | null;
  taken: readonly Policy[];
  onSaved: () => void;
  onClose: () => void;
}

export function PolicyDialog({ client, policy, taken, onSaved, onClose }: Props) {
  const { id: account } = useAccount();
  const adding = useSave(AddInsurancePolicyDocument);
  const editing = useSave(EditInsurancePolicyDocument);
  const { isPending, problems, clear } = policy ? editing : adding;
  const hasPrimary = taken.some(({ active, rank }) => active && rank === "PRIMARY");
  const saved = policy ? savedPolicy(policy) : { version: 0, fields: { ...emptyPolicy, rank: hasPrimary ? ("SECONDARY" as const) : emptyPolicy.rank } };

  const save = async (version: number, fields: PolicyFields) => {
    const input = policyInput(fields);
    const done = policy
      ? (await editing.save({ account, id: policy.id, version, input }))?.editInsurancePolicy?.insurancePolicy
      : (await adding.save({ account, client, input }))?.addInsurancePolicy?.insurancePolicy;
    if (!done) return undefined;
    onSaved();
    return savedPolicy(done);
  };
  return (
    <EditDialog section="INSURANCE" title={policy ? t("Edit policy") : t("Add policy")} words={policyWords()} saved={saved} save={save} problems={problems} isPending={isPending} clear={clear} onClose={onClose}>
      {(edit) => <PolicyFormFields edit={edit} savedName={policy?.payerName ?? ""} savedKey={policy?.payer ?? ""} referring={referringOf(policy)} />}
    </EditDialog>
  );
}
