import { Pencil } from "lucide-react";
import { SetInsurancePolicyActiveDocument } from "../../gen/documents/features/insurance/Insurance";
import { t } from "../../text";
import { formatDate } from "../../text/format";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { DescriptionList } from "../../ui/DescriptionList";
import { Heading } from "../../ui/Heading";
import { toast } from "../../ui/toast";
import { useQuickSave } from "../editing/useQuickSave";
import { AlsoHere } from "../presence/AlsoHere";
import { useAccount } from "../shell/viewer";
import { type Policy, policyWords, rankText, relationshipText, savedPolicy } from "./policy";

interface Props {
  policy: Policy;
  isEdited: boolean;
  whyNot: string | undefined;
  onEdit: () => void;
  onSaved: () => void;
}

export function PolicyCard({ policy, isEdited, whyNot, onEdit, onSaved }: Props) {
  const { id: account } = useAccount();
  const save = useQuickSave(SetInsurancePolicyActiveDocument);
  const about = { shown: { ...savedPolicy(policy).fields, active: policy.active }, labels: { ...policyWords().labels, active: t("State") } };
  const set = async (version: number, active: boolean) => {
    const saved = (await save({ account, id: policy.id, version, active }, about))?.setInsurancePolicyActive?.insurancePolicy;
    onSaved();
    if (!saved) return;
    const undo = () => void set(saved.version ?? 0, !active);
    toast({ text: active ? t("The policy holds again.") : t("The policy is ended."), action: { label: t("Undo"), onPress: undo } });
  };
  return (
    <article aria-label={policy.payerName ?? ""} className={`flex flex-col gap-3 rounded-lg border border-line p-4 ${policy.active ? "" : "bg-sunken"}`}>
      <header className="flex flex-wrap items-center gap-2">
        <Heading level={3}>
          <span translate="no">{policy.payerName}</span>
        </Heading>
        <Badge kind={policy.active ? "accent" : "neutral"}>{policy.active ? rankText(policy.rank) : t("Ended")}</Badge>
        <AlsoHere id={policy.id} editing={isEdited} />
      </header>
      <DescriptionList rows={rows(policy)} />
      <div className="mt-auto flex flex-wrap gap-2">
        <Button size="small" icon={Pencil} whyDisabled={whyNot} onPress={onEdit} aria-label={t("Edit the policy with {payer}", { payer: policy.payerName ?? "" })}>
          {t("Edit")}
        </Button>
        <Button size="small" variant="quiet" whyDisabled={whyNot} onPress={() => void set(policy.version ?? 0, !policy.active)} aria-label={policy.active ? t("End the policy with {payer}", { payer: policy.payerName ?? "" }) : t("Take up the policy with {payer} again", { payer: policy.payerName ?? "" })}>
          {policy.active ? t("End") : t("Take up again")}
        </Button>
      </div>
    </article>
  );
}

function rows(policy: Policy) {
  const born = policy.subscriberBirthDate ? formatDate(policy.subscriberBirthDate) : "";
  const town = [policy.subscriberStreet, policy.subscriberCity, policy.subscriberState, policy.subscriberZip].filter(Boolean).join(" ");
  const subscriber = [policy.subscriberName, born, town].filter(Boolean).join(", ");
  return [
    { label: t("Member ID"), value: <span translate="no" className="font-mono">{policy.memberId}</span> },
    { label: t("Group ID"), value: <span translate="no" className="font-mono">{policy.groupId || "–"}</span> },
    { label: t("Subscriber"), value: policy.relationship === "SELF" ? t("The client") : <span translate="no">{subscriber}</span> },
    ...(policy.relationship === "SELF" ? [] : [{ label: t("The client is"), value: relationshipText(policy.relationship) }]),
    ...(policy.referringName ? [{ label: t("Referred by"), value: <span translate="no">{policy.referringName}</span> }] : []),
    { label: t("Assignment"), value: policy.assignment ? t("The payer pays the provider") : t("The payer pays the client") },
  ];
}
