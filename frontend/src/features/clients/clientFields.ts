import type { ClientInput, InvoiceOption, Sex, WholeClientFragment } from "../../gen/types";
import { formatDate } from "../../text/format";
import { t } from "../../text";
import type { Option } from "../../ui/option";
import type { Saved } from "../editing/draft";
import { fieldsOf } from "../editing/fieldsOf";
import { isMasked } from "../editing/masked";

export type WholeClient = WholeClientFragment;

// The fields of the form; a text that is not there is empty. The ID number is never told whole: as
// it is saved, it is the masked one.
export const emptyClient = {
  firstName: "",
  lastName: "",
  preferredName: "",
  birthDate: "",
  sex: "UNKNOWN" as Sex,
  homePhone: "",
  mobilePhone: "",
  email: "",
  street: "",
  city: "",
  state: "",
  zip: "",
  responsibleParty: "",
  invoiceOption: "CLIENT" as InvoiceOption,
  signatureOnFile: false,
  idNumber: "",
  fileNotes: "",
};
export type ClientFields = typeof emptyClient;
export type ClientField = keyof ClientFields;
export const clientFieldNames = Object.keys(emptyClient) as ClientField[];

export function savedClient(client: WholeClient): Saved<ClientFields> {
  const fields = fieldsOf(emptyClient, { ...client, idNumber: client.maskedIdNumber });
  return { version: client.version ?? 0, fields };
}

export function clientInput({ birthDate, idNumber, ...fields }: ClientFields): ClientInput {
  return { ...fields, birthDate: birthDate || null, ...(!isMasked(idNumber) && { idNumber }) };
}

export const clientLabels = (): Record<ClientField, string> => ({
  firstName: t("First name"),
  lastName: t("Last name"),
  preferredName: t("Preferred name"),
  birthDate: t("Date of birth"),
  sex: t("Sex"),
  homePhone: t("Phone at home"),
  mobilePhone: t("Mobile phone"),
  email: t("E-mail address"),
  street: t("Street and number"),
  city: t("City"),
  state: t("State"),
  zip: t("ZIP code"),
  responsibleParty: t("Responsible party"),
  invoiceOption: t("Invoice goes to"),
  signatureOnFile: t("Signature on file"),
  idNumber: t("SSN or other ID number"),
  fileNotes: t("File notes"),
});

export const sexOptions = (): Option<Sex>[] => [
  { value: "FEMALE", label: t("Female") },
  { value: "MALE", label: t("Male") },
  { value: "OTHER", label: t("Another one") },
  { value: "UNKNOWN", label: t("Not known") },
];

export const invoiceOptions = (): Option<InvoiceOption>[] => [
  { value: "CLIENT", label: t("The client") },
  { value: "INSURANCE", label: t("The insurance") },
  { value: "NONE", label: t("Nobody") },
];

// A field in words, for reading and for comparing; nothing where it is empty.
export function fieldText(name: ClientField, fields: ClientFields): string | null {
  switch (name) {
    case "birthDate":
      return fields.birthDate ? formatDate(fields.birthDate) : null;
    case "sex":
      return sexOptions().find(({ value }) => value === fields.sex)?.label ?? null;
    case "invoiceOption":
      return invoiceOptions().find(({ value }) => value === fields.invoiceOption)?.label ?? null;
    case "signatureOnFile":
      return fields.signatureOnFile ? t("Yes") : t("No");
    default:
      return fields[name] || null;
  }
}
