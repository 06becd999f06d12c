import { Calendar, CalendarCheck, CalendarClock, CalendarDays, CalendarOff, CalendarPlus, CalendarSync, CalendarX, SquarePen } from "lucide-react";
import { t } from "../../../text";
import { type Kind, who } from "../entry";
import { counted, withChanges } from "./records";

export const calendarKinds: Record<string, Kind> = {
  "calendar.fetched": { label: () => t("Calendar fetched"), icon: CalendarSync, say: (e) => counted(e, "{who} fetched the calendar: {count} appointment", "{who} fetched the calendar: {count} appointments") },
  "appointment.listed": { label: () => t("Appointments listed"), icon: CalendarDays, say: (e) => counted(e, "{who} listed {count} appointment", "{who} listed {count} appointments") },
  "appointment.opened": { label: () => t("Appointment opened"), icon: Calendar, say: (e) => t("{who} opened an appointment", { who: who(e) }) },
  "appointment.added": { label: () => t("Appointment added"), icon: CalendarPlus, say: (e) => counted(e, "{who} added {count} appointment", "{who} added {count} appointments") },
  "appointment.changed": { label: () => t("Appointment changed"), icon: SquarePen, say: (e, telling) => withChanges(e, telling, t("{who} changed an appointment", { who: who(e) })) },
  "appointment.scheduled": { label: () => t("Appointment scheduled again"), icon: CalendarClock, say: (e) => t("{who} scheduled an appointment again", { who: who(e) }) },
  "appointment.kept": { label: () => t("Appointment kept"), icon: CalendarCheck, say: (e) => t("{who} marked an appointment as kept", { who: who(e) }) },
  "appointment.missed": { label: () => t("Appointment missed"), icon: CalendarX, say: (e) => t("{who} marked an appointment as missed", { who: who(e) }) },
  "appointment.cancelled": { label: () => t("Appointment cancelled"), icon: CalendarOff, say: (e) => t("{who} cancelled an appointment", { who: who(e) }) },
};
