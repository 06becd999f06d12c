import type { ClaimForm, PayerEntryFragment, PayerInput, PayerKind } from "../../gen/types";
import { t } from "../../text";
import type { Option } from "../../ui/option";
import type { Saved } from "../editing/draft";
import { fieldsOf } from "../editing/fieldsOf";
import type { Words } from "./words";

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

export const savedPayer = (row: PayerEntryFragment): Saved<PayerFields> => ({ version: row.version ?? 0, fields: fieldsOf(emptyPayer, row) });

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

export const payerWords = (): Words<PayerFields> => ({
  labels: {
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
  show: (field, fields) => {
    switch (field) {
      case "kind":
        return kindOptions().find(({ value }) => value === fields.kind)?.label ?? null;
      case "claimForm":
        return claimFormOptions().find(({ value }) => value === fields.claimForm)?.label ?? null;
      case "active":
        return fields.active ? t("Yes") : t("No");
      default:
        return fields[field] || null;
    }
  },
});
