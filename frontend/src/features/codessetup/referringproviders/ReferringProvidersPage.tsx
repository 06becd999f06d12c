import { AddReferringProviderDocument, EditReferringProviderDocument, ReferringProvidersDocument } from "../../../gen/documents/features/codessetup/referringproviders/ReferringProviders";
import type { ReferringProviderEntryFragment, ReferringProviderInput } from "../../../gen/types";
import { t } from "../../../text";
import { DescriptionCell } from "../DescriptionCell";
import { FilePage } from "../FilePage";
import { type FileScreen, asked } from "../fileScreen";
import { ReferringProviderForm } from "./ReferringProviderForm";
import { type ReferringProviderFields, emptyReferringProvider, referringProviderWords } from "./referringProvider";

const screen: FileScreen<ReferringProviderEntryFragment, ReferringProviderFields, ReferringProviderInput> = {
  file: "REFERRING_PROVIDERS",
  texts: () => ({
    title: t("Referring Providers"),
    add: t("Add referring provider"),
    empty: t("This account has no referring providers yet"),
    searchFor: t("Search names and NPIs"),
    noun: t("referring providers"),
  }),
  list: asked(ReferringProvidersDocument, ({ account }) => account?.referringProviders),
  add: asked(AddReferringProviderDocument, ({ addReferringProvider }) => addReferringProvider?.referringProvider),
  edit: asked(EditReferringProviderDocument, ({ editReferringProvider }) => editReferringProvider?.referringProvider),
  empty: emptyReferringProvider,
  input: (fields) => fields,
  words: referringProviderWords,
  nameOf: ({ name }) => name,
  columns: () => [
    { id: "name", header: t("Name"), cell: ({ name, provenance }) => <DescriptionCell text={name} provenance={provenance} />, isRowHeader: true },
    { id: "credential", header: t("Credential"), cell: ({ credential }) => <span translate="no">{credential || "–"}</span>, width: "7rem" },
    { id: "npi", header: t("NPI"), cell: ({ npi }) => <span translate="no" className="tabular-nums">{npi || "–"}</span>, width: "7rem" },
    { id: "phone", header: t("Phone"), cell: ({ phone }) => <span translate="no" className="tabular-nums">{phone || "–"}</span>, width: "8.5rem" },
    { id: "fax", header: t("Fax"), cell: ({ fax }) => <span translate="no" className="tabular-nums">{fax || "–"}</span>, width: "8.5rem", hideOnPhone: true },
  ],
  Form: ReferringProviderForm,
};

export const ReferringProvidersPage = () => <FilePage screen={screen} />;
