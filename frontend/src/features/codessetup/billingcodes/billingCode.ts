import type { BillTo, BillingCodeInput } from "../../../gen/types";
import { plural, t } from "../../../text";
import { formatMoney } from "../../../text/format";
import type { Option } from "../../../ui/option";
import { labelOf, wordsOf } from "../words";

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

// No units are none at all: the server says what is asked for.
export const billingInput = (fields: BillingFields): BillingCodeInput => ({ ...fields, defaultCharge: fields.defaultCharge ?? 0, units: fields.units ?? 0 });

export const billToOptions = (): Option<BillTo>[] => [
  { value: "AUTOMATIC", label: t("Automatic"), description: t("The insurance where there is one, else the client.") },
  { value: "CLIENT_ONLY", label: t("Client only"), description: t("Always the client.") },
];

export const billingWords = () =>
  wordsOf<BillingFields>(
    {
      code: t("Code"),
      description: t("Description"),
      defaultMinutes: t("Usual length"),
      defaultCharge: t("Usual charge"),
      units: t("Usual units"),
      placeOfService: t("Place of service"),
      billTo: t("Who is billed"),
      active: t("Active"),
    },
    {
      defaultMinutes: (minutes) => (minutes === null ? null : plural(minutes, "{count} minute", "{count} minutes")),
      defaultCharge: (cents) => formatMoney(cents ?? 0),
      billTo: (billTo) => labelOf(billToOptions(), billTo),
    },
  );
