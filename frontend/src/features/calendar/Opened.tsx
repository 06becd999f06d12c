import { useAccount } from "../shell/viewer";
import { AppointmentDialog } from "./AppointmentDialog";
import { newAppointment, savedAppointment } from "./appointmentFields";
import type { Appointment } from "./status";
import type { Changes, Slot } from "./useChanges";

interface Props {
  // An appointment, or a time to book; nothing: all is closed.
  opened: Appointment | Slot | null;
  appointments: readonly Appointment[];
  changes: Changes;
  again: () => void;
  onClose: () => void;
}

// The appointment that is open, as it is now. A colleague may have moved it out of what is shown:
// what was typed stays.
export function Opened({ opened, appointments, ...rest }: Props) {
  const { timeZone } = useAccount();
  if (!opened) return null;
  const known = appointments.flatMap(({ client }) => client ?? []);
  if (!("id" in opened)) return <AppointmentDialog {...rest} appointment={null} saved={newAppointment(opened.start, opened.minutes)} known={known} />;
  const appointment = appointments.find(({ id }) => id === opened.id) ?? opened;
  return <AppointmentDialog {...rest} appointment={appointment} saved={savedAppointment(appointment, timeZone)} known={known} />;
}
