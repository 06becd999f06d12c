import type { PracticeDataFragment, PracticeInput, TaxIdKind } from "../../gen/types";
import { t } from "../../text";
import type { Option } from "../../ui/option";
import type { Saved } from "../editing/draft";
import { fieldsOf } from "../editing/fieldsOf";
import { isMasked } from "../editing/masked";

const empty = {
  practiceName: "",
  practiceType: "",
  email: "",
  timeZone: "",
  phone: "",
  taxIdKind: "EIN" as TaxIdKind,
  taxId: "",
  providerName: "",
  credentials: "",
  licenseNumber: "",
  licenseState: "",
  npi: "",
  taxonomy: "",
  officeStreet: "",
  officeCity: "",
  officeState: "",
  officeZip: "",
  billingStreet: "",
  billingCity: "",
  billingState: "",
  billingZip: "",
  payToStreet: "",
  payToCity: "",
  payToState: "",
  payToZip: "",
  invoiceFooter: "",
};
export type PracticeFields = typeof empty;
export type PracticeField = keyof PracticeFields;
export const practiceFieldNames = Object.keys(empty) as PracticeField[];

export const savedPractice = ({ practice, ...account }: PracticeDataFragment): Saved<PracticeFields> => ({
  version: account.version ?? 0,
  fields: fieldsOf(empty, { ...practice, ...account }),
});

export const practiceInput = ({ taxId, ...fields }: PracticeFields): PracticeInput => ({ ...fields, ...(!isMasked(taxId) && { taxId }) });

export const practiceLabels = (): Record<PracticeField, string> => ({
  practiceName: t("Practice name"),
  practiceType: t("Type of practice"),
  email: t("E-mail address"),
  timeZone: t("Time zone"),
  phone: t("Phone"),
  taxIdKind: t("The tax ID is"),
  taxId: t("Tax ID"),
  providerName: t("Provider's name"),
  credentials: t("Credentials"),
  licenseNumber: t("License number"),
  licenseState: t("License's state"),
  npi: t("NPI"),
  taxonomy: t("Taxonomy code"),
  officeStreet: t("Office: street and number"),
  officeCity: t("Office: city"),
  officeState: t("Office: state"),
  officeZip: t("Office: ZIP code"),
  billingStreet: t("Billing: street and number"),
  billingCity: t("Billing: city"),
  billingState: t("Billing: state"),
  billingZip: t("Billing: ZIP code"),
  payToStreet: t("Pay-to: street and number"),
  payToCity: t("Pay-to: city"),
  payToState: t("Pay-to: state"),
  payToZip: t("Pay-to: ZIP code"),
  invoiceFooter: t("Below each invoice"),
});

export const taxIdKinds = (): Option<TaxIdKind>[] => [
  { value: "EIN", label: t("An employer's number (EIN)") },
  { value: "SSN", label: t("A person's number (SSN)") },
];

// A field in words, for reading and for comparing.
export const practiceText = (field: PracticeField, fields: PracticeFields): string =>
  field === "taxIdKind" ? (taxIdKinds().find(({ value }) => value === fields.taxIdKind)?.label ?? "") : fields[field];
