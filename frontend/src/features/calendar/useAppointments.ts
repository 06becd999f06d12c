import { useQuery } from "urql";
import { AppointmentsDocument } from "../../gen/documents/features/calendar/Appointments";
import { type Problem, problemsOf } from "../../graphql/problem";
import { useLive } from "../../live/useLive";
import { useAccount } from "../shell/viewer";
import type { Days } from "./range";
import type { Appointment } from "./status";
import { instantOf } from "./wallTime";

export interface ShownAppointments {
  appointments: readonly Appointment[];
  isFirst: boolean;
  problems: Problem[];
  again: () => void;
}

// The appointments that begin on these days, as they are now.
export function useAppointments({ from, until }: Days): ShownAppointments {
  const { id: account, timeZone } = useAccount();
  const variables = { account, from: midnight(from, timeZone), until: midnight(until, timeZone) };
  const [{ data, error, fetching }, read] = useQuery({ query: AppointmentsDocument, variables, requestPolicy: "cache-and-network" });
  useLive("CALENDAR", () => read({ requestPolicy: "network-only", background: true }));
  const found = data?.account?.appointments;
  return {
    appointments: found ?? [],
    isFirst: !found && fetching,
    problems: problemsOf(error),
    again: () => read({ requestPolicy: "network-only" }),
  };
}

const midnight = (day: string, zone: string) => instantOf(`${day}T00:00`, zone) ?? "";
