import type { ServiceCodeInput, ServiceColour } from "../../../gen/types";
import { plural, t } from "../../../text";
import { wordsOf } from "../words";
import { colourName } from "../../masterfiles/serviceColour";

export const emptyServiceCode = {
  name: "",
  colour: "BLUE" as ServiceColour,
  billingCode: null as string | null,
  minutes: 50 as number | null,
  billable: true,
  active: true,
};
export type ServiceFields = typeof emptyServiceCode;

// No minutes are none at all: the server says what is asked for.
export const serviceInput = (fields: ServiceFields): ServiceCodeInput => ({ ...fields, minutes: fields.minutes ?? 0 });

export const serviceCodeWords = () =>
  wordsOf<ServiceFields>(
    { name: t("Name"), colour: t("Colour"), billingCode: t("Billing code"), minutes: t("Usual length"), billable: t("Is billed"), active: t("Active") },
    { colour: colourName, minutes: (minutes) => plural(minutes ?? 0, "{count} minute", "{count} minutes") },
  );
