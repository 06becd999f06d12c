import { expect, test } from "vitest";
import type { BillingCode, Codes, WholeSession } from "./sessionFields";
import { at, emptySession, fieldText, filledBy, listOf, locationNamed, placesWith, savedSession, sessionInput, textOf, textWith } from "./sessionFields";

const code: BillingCode = { __typename: "SessionBillingCode", code: "90834", description: "", minutes: 45, charge: 15_000, units: 2, placeOfService: "10", billTo: "CLIENT_ONLY" };

test("a code fills in what it knows, and multiplies its charge", () => {
  expect(filledBy(code)).toEqual({ billingCode: "90834", minutes: 45, units: 2, charge: 30_000, placeOfService: "10", billTo: "CLIENT" });
  expect(filledBy({ ...code, billTo: "AUTOMATIC", units: null, charge: null })).toMatchObject({ billTo: "INSURANCE", units: 1, charge: 0 });
});

test("lists of codes are texts and come back whole", () => {
  expect(listOf("")).toEqual([]);
  expect(listOf(textOf(["F41.1", "F32.1"]))).toEqual(["F41.1", "F32.1"]);
  expect(sessionInput({ ...emptySession, diagnosisCodes: "F41.1,F32.1" })).toMatchObject({ diagnosisCodes: ["F41.1", "F32.1"], modifiers: [], placeOfService: null, paidAtSession: 0 });
});

test("a saved session is the form that gives it again", () => {
  const saved = savedSession({
    __typename: "ClientSession",
    id: "s",
    client: { __typename: "ClientName", id: "c", number: 1, displayName: "Ann" },
    serviceDate: "2026-03-02",
    billingCode: "90834",
    diagnosisCodes: ["F41.1"],
    modifiers: [],
    charge: 100,
    paidAtSession: 0,
    billTo: "CLIENT",
    status: "OPEN",
    beyondAuthorization: false,
    appointment: null,
    location: "l",
    locationName: "Birch School",
    placeOfService: "11",
    minutes: null,
    units: 1,
    version: 3,
  });
  expect(saved.version).toBe(3);
  expect(saved.fields).toMatchObject({ client: "c", diagnosisCodes: "F41.1", modifiers: "", charge: 100, minutes: null });
  expect(fieldText("charge", saved.fields)).toBe("$1.00");
  expect(fieldText("modifiers", saved.fields)).toBeNull();
});

test("a location is chosen by its name, fills in its place, and keeps its own name", () => {
  const places: Codes["places"] = [{ __typename: "SessionPlace", id: "m", name: "Elm Clinic", placeOfService: "49" }];
  expect(locationNamed(" elm clinic ", places)?.id).toBe("m");
  expect(locationNamed(null, places)).toBeUndefined();
  expect([at("m", places), at("", places)]).toEqual([{ location: "m", placeOfService: "49" }, { location: "" }]);
  const text = textWith(placesWith({ location: "l", locationName: "Birch School", placeOfService: "03" } as WholeSession, places));
  expect(["l", "m", "x", ""].map((location) => text("location", { ...emptySession, location }))).toEqual(["Birch School", "Elm Clinic", "Another location", null]);
});
