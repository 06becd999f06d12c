import { useQuery } from "urql";
import { InvoiceMessageChoicesDocument } from "../../gen/documents/features/invoices/ToInvoice";
import { t } from "../../text";
import { Select } from "../../ui/Select";
import { useAccount } from "../shell/viewer";

export function MessagePicker({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { id: account } = useAccount();
  const [{ data }] = useQuery({ query: InvoiceMessageChoicesDocument, variables: { account } });
  const choices = (data?.account?.invoiceMessageChoices ?? []).map(({ id, title }) => ({ value: id, label: title ?? "", isData: true }));
  return <Select label={t("Message")} options={[{ value: "", label: t("None") }, ...choices]} value={value} onChange={onChange} className="w-60 phone:w-full" />;
}
