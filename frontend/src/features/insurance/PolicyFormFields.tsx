import { useQuery } from "urql";
import { PolicyPayersDocument } from "../../gen/documents/features/insurance/Insurance";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { Banner } from "../../ui/Banner";
import { Checkbox } from "../../ui/Checkbox";
import { ComboBox } from "../../ui/ComboBox";
import { FieldRow } from "../../ui/FieldRow";
import { Select } from "../../ui/Select";
import { TextField } from "../../ui/TextField";
import type { Edit } from "../editing/useEdit";
import { useAccount } from "../shell/viewer";
import { ReferringField } from "./ReferringField";
import { SubscriberFields } from "./SubscriberFields";
import { withSaved } from "./withSaved";
import { type PolicyFields, policyWords, rankOptions, relationshipOptions } from "./policy";

interface Props {
  edit: Edit<PolicyFields>;
  // The payer that the policy has, who may be no longer offered.
  savedKey: string;
  savedName: string;
  // Who is saved to have referred the client, who may be no longer offered either.
  referring: { key: string; name: string } | null;
}

export function PolicyFormFields({ edit, savedKey, savedName, referring }: Props) {
  const { fields, set } = edit;
  const { id: account } = useAccount();
  const [{ data, fetching, error }] = useQuery({ query: PolicyPayersDocument, variables: { account } });
  const { labels } = policyWords();
  const payers = data?.account?.policyPayers ?? [];
  const offered = payers.map(({ key, name, payerId }) => ({ value: key ?? "", label: name ?? "", description: payerId ?? undefined, isData: true }));
  const options = withSaved(offered, savedKey, savedName);
  const note = payers.find(({ key }) => key === fields.payer)?.insuranceNote;
  const empty = problemsOf(error)[0]?.message ?? (fetching ? t("Looking…") : t("No active payer is called that. Payers are entered in Codes Setup."));
  return (
    <>
      <ComboBox label={labels.payer} name="payer" isRequired options={options} value={fields.payer || null} onChange={(key) => key && set("payer")(key)} placeholder={t("Choose a payer…")} isLoading={fetching} emptyText={empty} />
      {note && (
        <Banner kind="info" isCompact role="status">
          <span translate="no">{note}</span>
        </Banner>
      )}
      <FieldRow>
        <TextField label={labels.memberId} name="memberId" isRequired value={fields.memberId} onChange={set("memberId")} isMono autoComplete="off" />
        <TextField label={labels.groupId} name="groupId" value={fields.groupId} onChange={set("groupId")} isMono autoComplete="off" />
      </FieldRow>
      <FieldRow>
        <Select label={labels.rank} name="rank" options={rankOptions()} value={fields.rank} onChange={set("rank")} />
        <Select label={labels.relationship} name="relationship" options={relationshipOptions()} value={fields.relationship} onChange={set("relationship")} />
      </FieldRow>
      {fields.relationship !== "SELF" && <SubscriberFields edit={edit} />}
      <ReferringField offered={data?.account?.policyReferringProviders ?? []} saved={referring} label={labels.referringProvider} value={fields.referringProvider} onChange={set("referringProvider")} isLoading={fetching} />
      <Checkbox name="assignment" isSelected={fields.assignment} onChange={set("assignment")}>
        {labels.assignment}
      </Checkbox>
    </>
  );
}
