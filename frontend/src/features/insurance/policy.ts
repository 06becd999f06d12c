import type { InsurancePolicyInput, PolicyRank, SubscriberRelationship, WholePolicyFragment } from "../../gen/types";
import { t } from "../../text";
import { formatDate } from "../../text/format";
import type { Option } from "../../ui/option";
import type { Words } from "../editing/words";
import type { Saved } from "../editing/draft";
import { fieldsOf } from "../editing/fieldsOf";

export type Policy = WholePolicyFragment;

export const emptyPolicy = {
  rank: "PRIMARY" as PolicyRank,
  payer: "",
  memberId: "",
  groupId: "",
  relationship: "SELF" as SubscriberRelationship,
  subscriberName: "",
  subscriberBirthDate: "",
  subscriberStreet: "",
  subscriberCity: "",
  subscriberState: "",
  subscriberZip: "",
  referringProvider: "",
  assignment: true,
};
export type PolicyFields = typeof emptyPolicy;

export const savedPolicy = (policy: Policy): Saved<PolicyFields> => ({ version: policy.version ?? 0, fields: fieldsOf(emptyPolicy, policy) });

export const policyInput = ({ subscriberBirthDate, ...fields }: PolicyFields): InsurancePolicyInput => ({ ...fields, subscriberBirthDate: subscriberBirthDate || null });

export const referringOf = (policy: Policy | null) => (policy?.referringProvider ? { key: policy.referringProvider, name: policy.referringName ?? "" } : null);

export const rankOptions = (): Option<PolicyRank>[] => [
  { value: "PRIMARY", label: t("Primary"), description: t("Is billed first.") },
  { value: "SECONDARY", label: t("Secondary"), description: t("Is billed for what the first leaves.") },
];

export const relationshipOptions = (): Option<SubscriberRelationship>[] => [
  { value: "SELF", label: t("The client is the subscriber") },
  { value: "SPOUSE", label: t("Wife or husband") },
  { value: "CHILD", label: t("Child") },
  { value: "OTHER", label: t("Something else") },
];

const label = <Value extends string>(options: Option<Value>[], value: Value | null) => options.find((option) => option.value === value)?.label ?? null;

export const rankText = (rank: PolicyRank | null): string => label(rankOptions(), rank) ?? "";
export const relationshipText = (relationship: SubscriberRelationship | null): string | null => label(relationshipOptions(), relationship);

export const policyWords = (): Words<PolicyFields> => ({
  labels: {
    rank: t("Billed"),
    payer: t("Payer"),
    memberId: t("Member ID"),
    groupId: t("Group ID"),
    relationship: t("The client is to the subscriber"),
    subscriberName: t("Subscriber"),
    subscriberBirthDate: t("Subscriber's date of birth"),
    subscriberStreet: t("Subscriber's street"),
    subscriberCity: t("Subscriber's city"),
    subscriberState: t("Subscriber's state"),
    subscriberZip: t("Subscriber's ZIP code"),
    referringProvider: t("Referred by"),
    assignment: t("The payer pays the provider"),
  },
  show: (field, fields) => {
    switch (field) {
      case "rank":
        return rankText(fields.rank);
      case "relationship":
        return relationshipText(fields.relationship);
      case "subscriberBirthDate":
        return fields.subscriberBirthDate ? formatDate(fields.subscriberBirthDate) : null;
      case "assignment":
        return fields.assignment ? t("Yes") : t("No");
      default:
        return fields[field] || null;
    }
  },
});
