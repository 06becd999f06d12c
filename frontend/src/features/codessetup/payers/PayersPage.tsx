import { AddPayerDocument, EditPayerDocument, PayersDocument } from "../../../gen/documents/features/codessetup/payers/Payers";
import type { PayerEntryFragment, PayerInput } from "../../../gen/types";
import { t } from "../../../text";
import { DescriptionCell } from "../DescriptionCell";
import { FilePage } from "../FilePage";
import { type FileScreen, asked } from "../fileScreen";
import { labelOf } from "../words";
import { PayerForm } from "./PayerForm";
import { type PayerFields, emptyPayer, kindOptions, payerInput, payerWords } from "./payer";

const screen: FileScreen<PayerEntryFragment, PayerFields, PayerInput> = {
  file: "PAYERS",
  texts: () => ({
    title: t("Insurance Payers"),
    add: t("Add insurance payer"),
    empty: t("This account has no insurance payers yet"),
    searchFor: t("Search names and payer IDs"),
    noun: t("insurance payers"),
  }),
  list: asked(PayersDocument, ({ account }) => account?.payers),
  add: asked(AddPayerDocument, ({ addPayer }) => addPayer?.payer),
  edit: asked(EditPayerDocument, ({ editPayer }) => editPayer?.payer),
  empty: emptyPayer,
  input: payerInput,
  words: payerWords,
  nameOf: ({ name }) => name,
  columns: () => [
    { id: "name", header: t("Name"), cell: ({ name }) => <span translate="no">{name}</span>, isRowHeader: true },
    { id: "kind", header: t("Claims"), cell: ({ kind }) => labelOf(kindOptions(), kind), width: "7rem" },
    { id: "where", header: t("Payer ID or address"), cell: (row) => <DescriptionCell text={whereClaimsGo(row)} provenance={row.provenance} /> },
    { id: "phone", header: t("Phone"), cell: ({ phone }) => <span translate="no" className="tabular-nums">{phone || "–"}</span>, width: "8.5rem", hideOnPhone: true },
  ],
  Form: PayerForm,
};

export const PayersPage = () => <FilePage screen={screen} />;

const whereClaimsGo = ({ kind, payerId, street, zip }: PayerEntryFragment) => (kind === "ELECTRONIC" ? payerId : [street, zip].filter(Boolean).join(", "));
