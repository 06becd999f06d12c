import type { DisclosureInput, DisclosureOfClientFragment } from "../../../gen/types";
import { t } from "../../../text";
import { formatDate } from "../../../text/format";
import type { Words } from "../../editing/words";

export type Disclosure = DisclosureOfClientFragment;

export const emptyDisclosure = { disclosedOn: "", recipient: "", address: "", what: "", purpose: "" };
export type DisclosureFields = typeof emptyDisclosure;

export const disclosureInput = (key: string, fields: DisclosureFields): DisclosureInput => ({ key, ...fields });

export const disclosureWords = (): Words<DisclosureFields> => ({
  labels: {
    disclosedOn: t("Disclosed on"),
    recipient: t("To whom"),
    address: t("Their address, if known"),
    what: t("What was disclosed"),
    purpose: t("For what purpose"),
  },
  show: (field, fields) => (field === "disclosedOn" && fields.disclosedOn ? formatDate(fields.disclosedOn) : fields[field] || null),
});
