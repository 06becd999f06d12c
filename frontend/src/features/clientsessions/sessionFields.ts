import type { BilledTo, ClientSessionInput, SessionCodesQuery, WholeSessionFragment } from "../../gen/types";
import { t } from "../../text";
import { formatDate, formatMoney } from "../../text/format";
import type { Option } from "../../ui/option";
import type { Saved } from "../editing/draft";
import { fieldsOf } from "../editing/fieldsOf";

export type WholeSession = WholeSessionFragment;
export type Codes = NonNullable<NonNullable<SessionCodesQuery["account"]>["sessionCodes"]>;
export type BillingCode = NonNullable<Codes["billingCodes"]>[number];

// The fields of the form. Lists of codes are texts, so that two of them compare.
export const emptySession = {
  client: "",
  serviceDate: "",
  billingCode: "",
  diagnosisCodes: "",
  modifiers: "",
  location: "",
  placeOfService: "",
  minutes: null as number | null,
  units: 1 as number | null,
  charge: null as number | null,
  billTo: "INSURANCE" as BilledTo,
  paidAtSession: null as number | null,
};
export type SessionFields = typeof emptySession;
export const sessionFieldNames = [...(Object.keys(emptySession) as (keyof SessionFields)[]), "appointment"];

export const listOf = (codes: string): string[] => (codes ? codes.split(",") : []);
export const textOf = (codes: readonly string[] | null | undefined): string => (codes ?? []).join(",");

export function savedSession(session: WholeSession): Saved<SessionFields> {
  const { client, diagnosisCodes, modifiers, ...row } = session;
  const fields = fieldsOf(emptySession, { ...row, client: client?.id, diagnosisCodes: textOf(diagnosisCodes), modifiers: textOf(modifiers) });
  return { version: session.version ?? 0, fields };
}

export function sessionInput({ client: _, diagnosisCodes, modifiers, paidAtSession, location, placeOfService, ...fields }: SessionFields): ClientSessionInput {
  return { ...fields, diagnosisCodes: listOf(diagnosisCodes), modifiers: listOf(modifiers), location: location || null, placeOfService: placeOfService || null, paidAtSession: paidAtSession ?? 0 };
}

// What choosing a code fills in.
export function filledBy(code: BillingCode): Partial<SessionFields> {
  const units = code.units ?? 1;
  return {
    billingCode: code.code ?? "",
    minutes: code.minutes,
    units,
    charge: (code.charge ?? 0) * units,
    placeOfService: code.placeOfService ?? "",
    billTo: code.billTo === "CLIENT_ONLY" ? "CLIENT" : "INSURANCE",
  };
}

export const sessionLabels = (): Record<keyof SessionFields, string> => ({
  client: t("Client"),
  serviceDate: t("Date"),
  billingCode: t("Billing code"),
  diagnosisCodes: t("Diagnosis codes"),
  modifiers: t("Modifiers"),
  location: t("Location"),
  placeOfService: t("Place of service"),
  minutes: t("Minutes"),
  units: t("Units"),
  charge: t("Charge"),
  billTo: t("Bill to"),
  paidAtSession: t("Paid at session"),
});

export const billToOptions = (): Option<BilledTo>[] => [
  { value: "INSURANCE", label: t("Insurance") },
  { value: "CLIENT", label: t("Client") },
];

export const billToText = (billTo: BilledTo | null): string => billToOptions().find(({ value }) => value === billTo)?.label ?? "–";

// A field in words; nothing where it is empty.
export function fieldText(name: keyof SessionFields, fields: SessionFields): string | null {
  switch (name) {
    case "serviceDate":
      return fields.serviceDate ? formatDate(fields.serviceDate) : null;
    case "diagnosisCodes":
    case "modifiers":
      return listOf(fields[name]).join(", ") || null;
    case "charge":
    case "paidAtSession":
      return fields[name] === null ? null : formatMoney(fields[name]);
    case "billTo":
      return billToText(fields.billTo);
    default:
      return fields[name] === null ? null : String(fields[name]) || null;
  }
}

type Places = Codes["places"];

// What is offered, and where the session was, under the name that this had then.
export function placesWith({ location, locationName, placeOfService }: WholeSession, places: Places = null): Places {
  if (!location) return places;
  const offered = places?.find(({ id }) => id === location);
  const own = { __typename: "SessionPlace" as const, id: location, name: locationName, placeOfService: offered?.placeOfService ?? placeOfService };
  return [own, ...(places ?? []).filter((place) => place !== offered)];
}

// A field in words, with the names of locations.
export const textWith = (places: Places) => (name: keyof SessionFields, fields: SessionFields): string | null => {
  if (name !== "location") return fieldText(name, fields);
  return places?.find(({ id }) => id === fields.location)?.name ?? (fields.location ? t("Another location") : null);
};

// The location that an appointment names, if the practice has it.
export const locationNamed = (name: string | null, places: Places) => places?.find((place) => place.name?.toLowerCase() === name?.trim().toLowerCase());

// What choosing a location fills in.
export const at = (location: string, places: Places): Partial<SessionFields> => {
  const place = places?.find(({ id }) => id === location)?.placeOfService;
  return { location, ...(place && { placeOfService: place }) };
};
