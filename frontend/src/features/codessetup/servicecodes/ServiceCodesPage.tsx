import { AddServiceCodeDocument, EditServiceCodeDocument, ServiceCodesDocument } from "../../../gen/documents/features/codessetup/servicecodes/ServiceCodes";
import type { ServiceCodeEntryFragment, ServiceCodeInput } from "../../../gen/types";
import { t } from "../../../text";
import { DescriptionCell } from "../DescriptionCell";
import { FilePage } from "../FilePage";
import { type FileScreen, asked } from "../fileScreen";
import { ColourName } from "./ColourName";
import { ServiceCodeForm } from "./ServiceCodeForm";
import { type ServiceFields, emptyServiceCode, serviceInput, serviceCodeWords } from "./serviceCode";

const screen: FileScreen<ServiceCodeEntryFragment, ServiceFields, ServiceCodeInput> = {
  file: "SERVICE_CODES",
  texts: () => ({
    title: t("Service Codes"),
    add: t("Add service code"),
    empty: t("This account has no service codes yet"),
    searchFor: t("Search names and billing codes"),
    noun: t("service codes"),
  }),
  list: asked(ServiceCodesDocument, ({ account }) => account?.serviceCodes),
  add: asked(AddServiceCodeDocument, ({ addServiceCode }) => addServiceCode?.serviceCode),
  edit: asked(EditServiceCodeDocument, ({ editServiceCode }) => editServiceCode?.serviceCode),
  empty: emptyServiceCode,
  input: serviceInput,
  words: serviceCodeWords,
  nameOf: ({ name }) => name,
  columns: () => [
    { id: "name", header: t("Name"), cell: ({ name, provenance }) => <DescriptionCell text={name} provenance={provenance} />, isRowHeader: true },
    { id: "colour", header: t("Colour"), cell: ({ colour }) => colour && <ColourName colour={colour} />, width: "7rem" },
    { id: "billingCode", header: t("Billing code"), cell: ({ billingCode }) => <span translate="no" className="font-mono">{billingCode || "–"}</span>, width: "8rem" },
    { id: "minutes", header: t("Minutes"), cell: ({ minutes }) => minutes, align: "right", width: "5rem" },
    { id: "billable", header: t("Is billed"), cell: ({ billable }) => (billable ? t("Yes") : t("No")), width: "6rem", hideOnPhone: true },
  ],
  Form: ServiceCodeForm,
};

export const ServiceCodesPage = () => <FilePage screen={screen} />;
