import { t } from "../../../text";
import { wordsOf } from "../words";

export const emptyLocation = { placeOfService: "11", name: "", street: "", city: "", state: "", zip: "", npi: "", active: true };
export type LocationFields = typeof emptyLocation;

export const locationWords = () =>
  wordsOf<LocationFields>({
    placeOfService: t("Place of service"),
    name: t("Name"),
    street: t("Street"),
    city: t("City"),
    state: t("State"),
    zip: t("ZIP code"),
    npi: t("NPI"),
    active: t("Active"),
  });
