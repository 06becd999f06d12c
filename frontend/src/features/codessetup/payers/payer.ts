import type { ClaimForm, PayerInput, PayerKind } from "../../../gen/types";
import { t } from "../../../text";
import type { Option } from "../../../ui/option";
import { labelOf, wordsOf } from "../words";

export const emptyPayer = {
  name: "",
  kind: "ELECTRONIC" as PayerKind,
  payerId: "",
  street: "",
  city: "",
  state: "",
  zip: "",
  phone: "",
  fax: "",
  claimForm: "CMS1500_PLAIN" as ClaimForm,
  claimFilingCode: "",
  insuranceNote: "",
  providerNumber: "",
  enrolment: "",
  contact: "",
  active: true,
};
export type PayerFields = typeof emptyPayer;

// A paper payer has no payer ID. One that was typed before is kept in the form, should the kind be
// changed back.
export const payerInput = (fields: PayerFields): PayerInput => ({ ...fields, payerId: fields.kind === "ELECTRONIC" ? fields.payerId : null });

export const kindOptions = (): Option<PayerKind>[] => [
  { value: "ELECTRONIC", label: t("Electronic"), description: t("Claims go by wire. It needs the payer ID.") },
  { value: "PAPER", label: t("Paper"), description: t("Claims go by mail. It needs a street and a ZIP code, and has no payer ID.") },
];

export const claimFormOptions = (): Option<ClaimForm>[] => [
  { value: "CMS1500_PLAIN", label: t("CMS-1500, plain paper") },
  { value: "CMS1500_PREPRINTED", label: t("CMS-1500, pre-printed form") },
];

export const payerWords = () =>
  wordsOf<PayerFields>(
    {
      name: t("Name"),
      kind: t("Claims are sent"),
      payerId: t("Payer ID"),
      street: t("Street or P.O. box"),
      city: t("City"),
      state: t("State"),
      zip: t("ZIP code"),
      phone: t("Phone"),
      fax: t("Fax"),
      claimForm: t("Claim form"),
      claimFilingCode: t("Claim-filing code"),
      insuranceNote: t("Insurance note"),
      providerNumber: t("Provider number"),
      enrolment: t("Enrolment"),
      contact: t("Contact"),
      active: t("Active"),
    },
    { kind: (kind) => labelOf(kindOptions(), kind), claimForm: (form) => labelOf(claimFormOptions(), form) },
  );
