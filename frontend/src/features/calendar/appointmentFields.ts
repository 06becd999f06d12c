import type { AppointmentInput } from "../../gen/types";
import type { Problem } from "../../graphql/problem";
import { plural, t } from "../../text";
import type { Zone } from "../../text/format";
import type { Saved } from "../editing/draft";
import type { Words } from "../editing/words";
import type { Appointment } from "./status";
import { type WallTime, instantOf, wallTime, whenText } from "./wallTime";

export const usualMinutes = 50;

const nothing = {
  client: "",
  start: "" as WallTime,
  minutes: usualMinutes as number | null,
  service: "",
  serviceCode: "",
  location: "",
};
export type AppointmentFields = typeof nothing;

export const newAppointment = (start: WallTime, minutes = usualMinutes): Saved<AppointmentFields> => ({ version: 0, fields: { ...nothing, start, minutes } });

export function savedAppointment(appointment: Appointment, zone: Zone): Saved<AppointmentFields> {
  const { client, start, minutes, service, serviceCode, location, version } = appointment;
  return {
    version: version ?? 0,
    fields: { client: client?.id ?? "", start: start ? wallTime(start, zone) : "", minutes, service: service?.id ?? "", serviceCode: serviceCode ?? "", location: location ?? "" },
  };
}

// An appointment as a press is about it: what became of it, too.
export const pressedAppointment = ({ client, start, minutes, service, serviceCode, location, status }: Appointment) => ({
  client: client?.id ?? "", start: start ?? "", minutes, service: service?.id ?? "", serviceCode: serviceCode ?? "", location: location ?? "", status,
});

// What is no time yet is sent as one that cannot be: the server says what is asked for.
export const appointmentInput = ({ start, minutes, service, ...fields }: AppointmentFields, zone: Zone): AppointmentInput => ({
  ...fields,
  start: instantOf(start, zone) ?? "0001-01-01T00:00:00Z",
  minutes: minutes ?? 0,
  service: service || null,
});

// A refusal tells moments: here they are times on the wall.
export function onTheWall(problems: Problem[], zone: Zone): Problem[] {
  return problems.map((problem) => {
    const theirs = problem.details.theirs as { start?: string } | undefined;
    if (!theirs?.start) return problem;
    return { ...problem, details: { ...problem.details, theirs: { ...theirs, start: wallTime(theirs.start, zone) } } };
  });
}

export const minutesText = (minutes: number): string => plural(minutes, "{count} minute", "{count} minutes");

export const appointmentLabels = () => ({ client: t("Client"), start: t("Begins"), minutes: t("Length"), service: t("Service code"), serviceCode: t("Billing code"), location: t("Location") });

type NameOf = (id: string) => string | undefined;

export const appointmentWords = (nameOf: NameOf, serviceNameOf: NameOf, zone: Zone): Words<AppointmentFields> => ({
  labels: appointmentLabels(),
  show: (field, fields) => {
    switch (field) {
      case "client":
        return nameOf(fields.client) ?? t("Another client");
      case "service":
        return fields.service ? (serviceNameOf(fields.service) ?? t("Another service code")) : null;
      case "start":
        return instantOf(fields.start, zone) ? whenText(fields.start) : null;
      case "minutes":
        return fields.minutes === null ? null : minutesText(fields.minutes);
      default:
        return fields[field] || null;
    }
  },
});
