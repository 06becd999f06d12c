import { t } from "../../text";
import { formatDate, formatMoney } from "../../text/format";

const names: Record<string, () => string> = {
  code: () => t("Code"),
  codeSet: () => t("Code set"),
  description: () => t("Description"),
  effectiveFrom: () => t("Effective from"),
  effectiveTo: () => t("Effective to"),
  active: () => t("Active"),
  defaultMinutes: () => t("Length in minutes"),
  defaultCharge: () => t("Charge"),
  units: () => t("Units"),
  placeOfService: () => t("Place of service"),
  billTo: () => t("Bill to"),
  name: () => t("Name"),
  kind: () => t("Claims go"),
  payerId: () => t("Payer ID"),
  street: () => t("Street"),
  city: () => t("City"),
  state: () => t("State"),
  zip: () => t("ZIP code"),
  phone: () => t("Phone"),
  fax: () => t("Fax"),
  claimForm: () => t("Claim form"),
  claimFilingCode: () => t("Claim-filing code"),
  insuranceNote: () => t("Note"),
  npi: () => t("NPI"),
  credential: () => t("Credential"),
  colour: () => t("Colour"),
  billingCode: () => t("Billing code"),
  minutes: () => t("Length in minutes"),
  billable: () => t("Is billed"),
  label: () => t("Label"),
  sign: () => t("Balance"),
  noteType: () => t("Type of note"),
  body: () => t("Text"),
  title: () => t("Title"),
  text: () => t("Text"),
};

// A field's name on screen; one that is not known here is shown as the server calls it.
export const fieldName = (field: string): string => names[field]?.() ?? field;

const words: Record<string, () => string> = {
  "active true": () => t("Yes"),
  "active false": () => t("No"),
  "billTo AUTOMATIC": () => t("Insurance where there is one, else the client"),
  "billTo CLIENT_ONLY": () => t("Always the client"),
  "kind ELECTRONIC": () => t("By wire"),
  "kind PAPER": () => t("On paper"),
  "claimForm CMS1500_PLAIN": () => t("CMS-1500, plain paper"),
  "claimForm CMS1500_PREPRINTED": () => t("CMS-1500, pre-printed form"),
  "billable true": () => t("Yes"),
  "billable false": () => t("No"),
  "sign LOWERS": () => t("Lowers it"),
  "sign RAISES": () => t("Raises it"),
  "noteType PROGRESS": () => t("Progress note"),
  "noteType INTAKE": () => t("Intake"),
  "noteType TREATMENT_PLAN": () => t("Treatment plan"),
  "noteType DISCHARGE": () => t("Discharge"),
  "colour BLUE": () => t("Blue"),
  "colour TEAL": () => t("Teal"),
  "colour GREEN": () => t("Green"),
  "colour YELLOW": () => t("Yellow"),
  "colour ORANGE": () => t("Orange"),
  "colour RED": () => t("Red"),
  "colour PINK": () => t("Pink"),
  "colour PURPLE": () => t("Purple"),
  "colour GREY": () => t("Grey"),
};

// What a field holds, as a person reads it.
export function fieldValue(field: string, value: string): string {
  if (value === "") return t("(empty)");
  if (field === "defaultCharge" && /^\d+$/.test(value)) return formatMoney(Number(value));
  if (field.startsWith("effective") && !Number.isNaN(Date.parse(value))) return formatDate(value);
  return words[`${field} ${value}`]?.() ?? value;
}
