import { t } from "../../text";
import type { Option } from "../../ui/option";
import type { Codes } from "./sessionFields";

// What CMS calls the places that a practice of this kind works at.
const usual = (): [string, string][] => [
  ["11", t("Office")],
  ["10", t("Telehealth in the client's home")],
  ["02", t("Telehealth elsewhere")],
  ["12", t("Client's home")],
  ["03", t("School")],
];

// The account's own locations first; then the usual places, and the one that is chosen already.
export function placeOptions(places: Codes["places"], chosen: string): Option<string>[] {
  const names = new Map<string, string>();
  for (const { placeOfService, name } of places ?? []) {
    const place = placeOfService ?? "";
    names.set(place, [names.get(place), name].filter(Boolean).join(", "));
  }
  for (const [place, name] of usual()) if (!names.has(place)) names.set(place, name);
  if (chosen && !names.has(chosen)) names.set(chosen, t("Place of service"));
  return [...names].map(([value, name]) => ({ value, label: `${value} ${name}`, isData: true }));
}

export const locationOptions = (places: Codes["places"]): Option<string>[] => [
  { value: "", label: t("None") },
  ...(places ?? []).map(({ id, name, placeOfService }) => ({ value: id, label: `${name} (${placeOfService})`, isData: true })),
];
