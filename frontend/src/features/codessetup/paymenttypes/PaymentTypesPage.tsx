import { AddPaymentTypeDocument, EditPaymentTypeDocument, PaymentTypesDocument } from "../../../gen/documents/features/codessetup/paymenttypes/PaymentTypes";
import type { PaymentTypeEntryFragment, PaymentTypeInput } from "../../../gen/types";
import { t } from "../../../text";
import { DescriptionCell } from "../DescriptionCell";
import { FilePage } from "../FilePage";
import { type FileScreen, asked } from "../fileScreen";
import { labelOf } from "../words";
import { PaymentTypeForm } from "./PaymentTypeForm";
import { type PaymentTypeFields, emptyPaymentType, signOptions, paymentTypeWords } from "./paymentType";

const screen: FileScreen<PaymentTypeEntryFragment, PaymentTypeFields, PaymentTypeInput> = {
  file: "PAYMENT_TYPES",
  texts: () => ({
    title: t("Adjustment & Payment Types"),
    add: t("Add payment type"),
    empty: t("This account has no payment types yet"),
    searchFor: t("Search codes and labels"),
    noun: t("payment types"),
    entry: (name) => t("Payment type {name}", { name }),
  }),
  list: asked(PaymentTypesDocument, ({ account }) => account?.paymentTypes),
  add: asked(AddPaymentTypeDocument, ({ addPaymentType }) => addPaymentType?.paymentType),
  edit: asked(EditPaymentTypeDocument, ({ editPaymentType }) => editPaymentType?.paymentType),
  empty: emptyPaymentType,
  input: (fields) => fields,
  words: paymentTypeWords,
  nameOf: ({ code }) => code,
  columns: () => [
    { id: "code", header: t("Code"), cell: ({ code }) => <span translate="no" className="font-mono">{code}</span>, width: "8rem", isRowHeader: true },
    { id: "label", header: t("Label"), cell: ({ label, provenance }) => <DescriptionCell text={label} provenance={provenance} /> },
    { id: "sign", header: t("What is owed"), cell: ({ sign }) => labelOf(signOptions(), sign), width: "9rem" },
  ],
  Form: PaymentTypeForm,
};

export const PaymentTypesPage = () => <FilePage screen={screen} />;
