import { useState } from "react";
import { useQuery } from "urql";
import { BillingCodeChoicesDocument } from "../../../gen/documents/features/codessetup/servicecodes/BillingCodeChoices";
import { t } from "../../../text";
import { ComboBox } from "../../../ui/ComboBox";
import { useLater } from "../../editing/useLater";
import { useAccount } from "../../shell/viewer";

interface Props {
  label: string;
  value: string | null;
  onChange: (code: string | null) => void;
  isRequired: boolean;
}

// One of the account's billing codes. The three that every account has book nothing.
export function BillingCodeField({ label, value, onChange, isRequired }: Props) {
  const { id: account } = useAccount();
  const [text, setText] = useState("");
  const search = useLater(text.trim());
  const [{ data, fetching }] = useQuery({ query: BillingCodeChoicesDocument, variables: { account, search } });
  const found = (data?.account?.billingCodes?.nodes ?? []).filter(({ system }) => !system);
  const options = found.map(({ code, description }) => ({ value: code ?? "", label: code ?? "", description: description ?? "", isData: true }));
  const chosen = value !== null && !options.some((option) => option.value === value) ? [{ value, label: value, isData: true }] : [];
  return (
    <ComboBox
      label={label}
      name="billingCode"
      options={[...chosen, ...options]}
      value={value}
      onChange={onChange}
      onSearch={setText}
      isLoading={fetching}
      isRequired={isRequired}
      isClearable={!isRequired}
      emptyText={t("No active billing code is found by that")}
    />
  );
}
