import { useQuery } from "urql";
import { BookableCodesDocument } from "../../gen/documents/features/calendar/BookableCodes";
import { t } from "../../text";
import { ComboBox } from "../../ui/ComboBox";
import type { Option } from "../../ui/option";
import { useAccount } from "../shell/viewer";

interface Props {
  value: string;
  // The code, and how long it usually takes.
  onChange: (code: string, minutes: number | null) => void;
}

// Chooses the billing code of what is planned, also where the viewer has no Codes Setup.
export function BillingCodePicker({ value, onChange }: Props) {
  const { id: account } = useAccount();
  const [{ data, fetching }] = useQuery({ query: BookableCodesDocument, variables: { account } });
  const codes = data?.account?.bookableCodes ?? [];
  const options = codes.map(({ code, description }): Option<string> => ({ value: code ?? "", label: code ?? "", description: description ?? "", isData: true }));
  // A code that is no longer offered is still the appointment's.
  const isOffered = value === "" || codes.some(({ code }) => code === value);
  return (
    <ComboBox
      label={t("Billing code")}
      name="serviceCode"
      options={isOffered ? options : [{ value, label: value, isData: true }, ...options]}
      value={value || null}
      onChange={(code) => onChange(code ?? "", codes.find((c) => c.code === code)?.minutes ?? null)}
      placeholder={t("None")}
      emptyText={codes.length === 0 && !fetching ? t("No billing codes are set up yet.") : undefined}
      isLoading={fetching}
      isClearable
    />
  );
}
