import type { AddAppointmentMutation, AddServiceCodeMutation, AppointmentInput, AppointmentStatus, ServiceColour, ShownAppointmentFragment } from "../../frontend/src/gen/types";
import type { Person } from "../harness/person";

// Monday, the 2nd of March 2026, in New York.
export const monday = "2026-03-02";

export const at = (clock: string, day = monday): string => `${day}T${clock}:00-05:00`;

// Enters a service code, and what it is billed by; gives its id.
export async function addService(person: Person, name: string, colour: ServiceColour, code: string | null = null): Promise<string> {
  const account = person.account.id;
  if (code) await person.api("AddBillingCode", { account, input: { code, description: name, defaultMinutes: 30 } });
  const input = { name, colour, billingCode: code, minutes: 30, billable: code !== null, active: true };
  const { addServiceCode } = await person.api<AddServiceCodeMutation>("AddServiceCode", { account, input });
  return addServiceCode?.serviceCode?.id ?? "";
}

// Books an appointment over the API.
export async function bookAppointment(person: Person, input: AppointmentInput): Promise<ShownAppointmentFragment> {
  const { addAppointment } = await person.api<AddAppointmentMutation>("AddAppointment", { account: person.account.id, input });
  if (!addAppointment?.appointment) throw new Error("nothing was booked");
  return addAppointment.appointment;
}

export const setStatus = (person: Person, { id, version }: ShownAppointmentFragment, status: AppointmentStatus) =>
  person.api("SetAppointmentStatus", { account: person.account.id, id, version, status });

export const editAppointment = (person: Person, { id, version }: ShownAppointmentFragment, input: AppointmentInput) =>
  person.api("EditAppointment", { account: person.account.id, id, version, input });

// The appointments of that week, as they are on the server.
export async function appointmentsOf(person: Person): Promise<ShownAppointmentFragment[]> {
  const { account } = await person.api<{ account: { appointments: ShownAppointmentFragment[] } }>("Appointments", {
    account: person.account.id,
    from: at("00:00", "2026-03-01"),
    until: at("00:00", "2026-03-08"),
  });
  return account.appointments;
}
