import type { AppointmentForSessionQuery } from "../../gen/types";
import { type Codes, type SessionFields, at, emptySession, filledBy, locationNamed } from "./sessionFields";
import { dayIn } from "../../text/dayIn";

export type Begun = Extract<NonNullable<AppointmentForSessionQuery["node"]>, { __typename: "Appointment" }>;

// The form as it begins: today, or what the appointment knows.
export function begin(codes: Codes, zone: string, appointment?: Begun): SessionFields {
  if (!appointment) return { ...emptySession, serviceDate: dayIn(zone) };
  const code = codes.billingCodes?.find((offered) => offered.code === appointment.serviceCode);
  const location = locationNamed(appointment.location, codes.places);
  return {
    ...emptySession,
    ...(code && filledBy(code)),
    ...(location && at(location.id, codes.places)),
    client: appointment.client?.id ?? "",
    serviceDate: dayIn(zone, appointment.start ?? new Date()),
    minutes: appointment.minutes,
  };
}
