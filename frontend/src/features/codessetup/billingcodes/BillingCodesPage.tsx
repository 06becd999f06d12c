import { Lock } from "lucide-react";
import { AddBillingCodeDocument, BillingCodesDocument, EditBillingCodeDocument } from "../../../gen/documents/features/codessetup/billingcodes/BillingCodes";
import type { BillingCodeInput, BillingEntryFragment } from "../../../gen/types";
import { t } from "../../../text";
import { formatMoney } from "../../../text/format";
import { DescriptionCell } from "../DescriptionCell";
import { FilePage } from "../FilePage";
import { type FileScreen, asked } from "../fileScreen";
import { labelOf } from "../words";
import { BillingCodeForm } from "./BillingCodeForm";
import { type BillingFields, billToOptions, billingInput, billingWords, emptyBillingCode } from "./billingCode";

const screen: FileScreen<BillingEntryFragment, BillingFields, BillingCodeInput> = {
  file: "BILLING_CODES",
  texts: () => ({
    title: t("Billing Codes"),
    add: t("Add billing code"),
    empty: t("This account has no billing codes yet"),
    searchFor: t("Search codes and descriptions"),
    noun: t("billing codes"),
    entry: (code) => t("Billing code {code}", { code }),
  }),
  list: asked(BillingCodesDocument, ({ account }) => account?.billingCodes),
  add: asked(AddBillingCodeDocument, ({ addBillingCode }) => addBillingCode?.billingCode),
  edit: asked(EditBillingCodeDocument, ({ editBillingCode }) => editBillingCode?.billingCode),
  empty: emptyBillingCode,
  input: billingInput,
  words: billingWords,
  nameOf: ({ code }) => code,
  columns: () => [
    { id: "code", header: t("Code"), cell: (row) => <Code row={row} />, width: "8rem", isRowHeader: true },
    { id: "description", header: t("Description"), cell: ({ description, provenance }) => <DescriptionCell text={description} provenance={provenance} /> },
    { id: "charge", header: t("Charge"), cell: ({ defaultCharge }) => formatMoney(defaultCharge ?? 0), align: "right", width: "7rem" },
    { id: "minutes", header: t("Minutes"), cell: ({ defaultMinutes }) => defaultMinutes ?? "–", align: "right", width: "5rem" },
    { id: "units", header: t("Units"), cell: ({ units }) => units, align: "right", width: "4rem", hideOnPhone: true },
    { id: "billTo", header: t("Who is billed"), cell: ({ billTo }) => labelOf(billToOptions(), billTo), width: "8rem", hideOnPhone: true },
  ],
  Form: BillingCodeForm,
};

export const BillingCodesPage = () => <FilePage screen={screen} />;

function Code({ row }: { row: BillingEntryFragment }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span translate="no" className="font-mono">{row.code}</span>
      {row.system && <Lock aria-hidden size={13} className="shrink-0 text-ink-muted" />}
    </span>
  );
}
