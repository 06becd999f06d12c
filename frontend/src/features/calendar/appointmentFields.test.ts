import { expect, test } from "vitest";
import { appointmentInput, newAppointment, onTheWall, savedAppointment } from "./appointmentFields";
import type { Appointment } from "./status";

const zone = "America/New_York";
const appointment: Appointment = {
  __typename: "Appointment",
  id: "a",
  client: { __typename: "ClientName", id: "c", number: 1001, displayName: "Ann Adams" },
  start: "2026-03-02T14:00:00Z",
  minutes: 45,
  service: { __typename: "BookableService", id: "s", name: "Supervision", colour: "PINK", billingCode: null, minutes: 45, billable: false },
  serviceCode: null,
  location: "Room 2",
  status: "SCHEDULED",
  version: 3,
};

test("what is saved and what is sent are the same moment", () => {
  const { version, fields } = savedAppointment(appointment, zone);
  expect(version).toBe(3);
  expect(fields).toEqual({ client: "c", start: "2026-03-02T09:00", minutes: 45, service: "s", serviceCode: "", location: "Room 2" });
  expect(appointmentInput(fields, zone)).toEqual({ client: "c", start: "2026-03-02T14:00:00Z", minutes: 45, service: "s", serviceCode: "", location: "Room 2" });
});

test("a time that is half typed is one the server refuses", () => {
  expect(appointmentInput(newAppointment("2026-03-02T").fields, zone).start).toBe("0001-01-01T00:00:00Z");
});

test("the time of a refusal is one on the wall", () => {
  const problem = { code: "CONFLICT", message: "", input: [], details: { version: 4, theirs: { start: "2026-03-02T15:00:00Z", location: null } } };
  expect(onTheWall([problem], zone)[0]?.details).toEqual({ version: 4, theirs: { start: "2026-03-02T10:00", location: null } });
});
