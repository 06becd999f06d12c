import type { BillTo, BillingCodeInput, BillingEntryFragment } from "../../gen/types";
import { plural, t } from "../../text";
import { formatMoney } from "../../text/format";
import type { Option } from "../../ui/option";
import type { Saved } from "../editing/draft";
import { fieldsOf } from "../editing/fieldsOf";
import type { Words } from "./words";

export const emptyBillingCode = {
  code: "",
  description: "",
  defaultMinutes: null as number | null,
  // In cents.
  defaultCharge: 0 as number | null,
  units: 1 as number | null,
  placeOfService: "11",
  billTo: "AUTOMATIC" as BillTo,
  active: true,
};
export type BillingFields = typeof emptyBillingCode;

export const savedBillingCode = (row: BillingEntryFragment): Saved<BillingFields> => ({ version: row.version ?? 0, fields: fieldsOf(emptyBillingCode, row) });

// No units are none at all: the server says what is asked for.
export const billingInput = (fields: BillingFields): BillingCodeInput => ({ ...fields, defaultCharge: fields.defaultCharge ?? 0, units: fields.units ?? 0 });

export const billToOptions = (): Option<BillTo>[] => [
  { value: "AUTOMATIC", label: t("Automatic"), description: t("The insurance where there is one, else the client.") },
  { value: "CLIENT_ONLY", label: t("Client only"), description: t("Always the client.") },
];

export const minutesText = (minutes: number): string => plural(minutes, "{count} minute", "{count} minutes");

export const billingWords = (): Words<BillingFields> => ({
  labels: {
    code: t("Code"),
    description: t("Description"),
    defaultMinutes: t("Usual length"),
    defaultCharge: t("Usual charge"),
    units: t("Usual units"),
    placeOfService: t("Place of service"),
    billTo: t("Who is billed"),
    active: t("Active"),
  },
  show: (field, fields) => {
    switch (field) {
      case "defaultMinutes":
        return fields.defaultMinutes === null ? null : minutesText(fields.defaultMinutes);
      case "defaultCharge":
        return formatMoney(fields.defaultCharge ?? 0);
      case "units":
        return String(fields.units ?? "");
      case "billTo":
        return billToOptions().find(({ value }) => value === fields.billTo)?.label ?? null;
      case "active":
        return fields.active ? t("Yes") : t("No");
      default:
        return fields[field] || null;
    }
  },
});
