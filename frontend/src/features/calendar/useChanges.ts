import { EditAppointmentDocument, SetAppointmentStatusDocument } from "../../gen/documents/features/calendar/Appointments";
import type { AppointmentStatus } from "../../gen/types";
import { t } from "../../text";
import { useQuickSave } from "../editing/useQuickSave";
import { useAccount } from "../shell/viewer";
import { appointmentInput, appointmentLabels, pressedAppointment, savedAppointment } from "./appointmentFields";
import { type Appointment, statusLook } from "./status";
import { tell } from "./told";
import { type WallTime, whenText } from "./wallTime";

export interface Slot {
  start: WallTime;
  minutes: number;
}

export interface Changes {
  // Whether it went well.
  move: (appointment: Appointment, to: Slot) => Promise<boolean>;
  setStatus: (appointment: Appointment, status: AppointmentStatus) => Promise<boolean>;
}

// What is changed at once, without a form: each can be taken back.
export function useChanges(again: () => void, open: (appointment: Appointment) => void): Changes {
  const { id: account, timeZone: zone } = useAccount();
  const edit = useQuickSave(EditAppointmentDocument);
  const set = useQuickSave(SetAppointmentStatusDocument);
  const about = (appointment: Appointment) => ({
    shown: pressedAppointment(appointment), labels: { ...appointmentLabels(), status: t("What became of it") }, open: () => open(appointment),
  });

  const move: Changes["move"] = async (appointment, to) => {
    const { version, fields } = savedAppointment(appointment, zone);
    const saved = (await edit({ account, id: appointment.id, version, input: appointmentInput({ ...fields, ...to }, zone) }, about(appointment)))?.editAppointment;
    again();
    const now = saved?.appointment;
    if (!now) return false;
    const back = { start: fields.start, minutes: fields.minutes ?? 0 };
    const text = t("{name}: now {when}.", { name: now.client?.displayName ?? "", when: whenText(to.start) });
    tell({ text, overlapping: saved.overlapping, zone, undo: () => void move(now, back) });
    return true;
  };

  const setStatus: Changes["setStatus"] = async (appointment, status) => {
    const before = appointment.status ?? "SCHEDULED";
    const saved = (await set({ account, id: appointment.id, version: appointment.version ?? 0, status }, about(appointment)))?.setAppointmentStatus;
    again();
    const now = saved?.appointment;
    if (!now) return false;
    const text = t("{name}: {status}.", { name: now.client?.displayName ?? "", status: statusLook[status].label() });
    tell({ text, overlapping: saved.overlapping, zone, undo: () => void setStatus(now, before) });
    return true;
  };

  return { move, setStatus };
}
