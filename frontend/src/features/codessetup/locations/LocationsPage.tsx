import { AddLocationDocument, EditLocationDocument, LocationsDocument } from "../../../gen/documents/features/codessetup/locations/Locations";
import type { LocationEntryFragment, LocationInput } from "../../../gen/types";
import { t } from "../../../text";
import { DescriptionCell } from "../DescriptionCell";
import { FilePage } from "../FilePage";
import { type FileScreen, asked } from "../fileScreen";
import { LocationForm } from "./LocationForm";
import { type LocationFields, emptyLocation, locationWords } from "./location";

const screen: FileScreen<LocationEntryFragment, LocationFields, LocationInput> = {
  file: "LOCATIONS",
  texts: () => ({
    title: t("Locations"),
    add: t("Add location"),
    empty: t("This account has no locations yet"),
    searchFor: t("Search names, numbers and cities"),
    noun: t("locations"),
  }),
  list: asked(LocationsDocument, ({ account }) => account?.locations),
  add: asked(AddLocationDocument, ({ addLocation }) => addLocation?.location),
  edit: asked(EditLocationDocument, ({ editLocation }) => editLocation?.location),
  empty: emptyLocation,
  input: (fields) => fields,
  words: locationWords,
  nameOf: ({ name }) => name,
  columns: () => [
    { id: "name", header: t("Name"), cell: ({ name }) => <span translate="no">{name}</span>, isRowHeader: true },
    { id: "placeOfService", header: t("Place of service"), cell: ({ placeOfService }) => <span translate="no" className="font-mono">{placeOfService}</span>, width: "8rem" },
    { id: "address", header: t("Address"), cell: (row) => <DescriptionCell text={addressOf(row)} provenance={row.provenance} /> },
    { id: "npi", header: t("NPI"), cell: ({ npi }) => <span translate="no" className="tabular-nums">{npi || "–"}</span>, width: "7rem", hideOnPhone: true },
  ],
  Form: LocationForm,
};

export const LocationsPage = () => <FilePage screen={screen} />;

const addressOf = ({ street, city, state, zip }: LocationEntryFragment) => [street, city, [state, zip].filter(Boolean).join(" ")].filter(Boolean).join(", ") || "–";
