import { useState } from "react";
import { useQuery } from "urql";
import { AppointmentsDocument } from "../../gen/documents/features/calendar/Appointments";
import { type Problem, problemsOf } from "../../graphql/problem";
import { useLive } from "../../live/useLive";
import { useAccount } from "../shell/viewer";
import type { Days } from "./range";
import type { Appointment } from "./status";
import { type WallTime, dayOf, instantOf, wallTime } from "./wallTime";

export interface ShownAppointments {
  appointments: readonly Appointment[];
  isFirst: boolean;
  // Other days than before are being read.
  isReading: boolean;
  problems: Problem[];
  again: () => void;
}

// The appointments that begin on these days, as they are now.
export function useAppointments({ from, until }: Days, client: string | undefined): ShownAppointments {
  const { id: account, timeZone } = useAccount();
  const variables = { account, from: midnight(from, timeZone), until: midnight(until, timeZone), client: client ?? null };
  const [{ data, error, fetching }, read] = useQuery({ query: AppointmentsDocument, variables, requestPolicy: "cache-and-network" });
  useLive("CALENDAR", () => read({ requestPolicy: "network-only", background: true }));
  const found = data?.account?.appointments;
  const [kept, keep] = useState({ found, client });
  if (found && found !== kept.found) keep({ found, client });
  return {
    // While other days are being read, what was read before is not of these.
    appointments: (kept.client === client ? (kept.found ?? []) : []).filter(({ start }) => start && isWithin(wallTime(start, timeZone), { from, until })),
    isFirst: !kept.found && fetching,
    isReading: !found && fetching,
    problems: problemsOf(error),
    again: () => read({ requestPolicy: "network-only" }),
  };
}

const isWithin = (start: WallTime, { from, until }: Days) => from <= dayOf(start) && dayOf(start) < until;

const midnight = (day: string, zone: string) => instantOf(`${day}T00:00`, zone) ?? "";
