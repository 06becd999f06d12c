import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/classic/theme.css";
import "./timeGrid.css";
import FullCalendar, { type CalendarRef, type EventInput } from "@fullcalendar/react";
import dayGrid from "@fullcalendar/react/daygrid";
import interaction from "@fullcalendar/react/interaction";
import classic from "@fullcalendar/react/themes/classic";
import timeGrid from "@fullcalendar/react/timegrid";
import { useEffect, useMemo, useRef } from "react";
import { plural, t } from "../../text";
import { useAccount } from "../shell/viewer";
import { GridAppointment } from "./GridAppointment";
import { hoursOf } from "./hours";
import { type Appointment, isMovable, lookOf } from "./status";
import type { Slot } from "./useChanges";
import { useGridKeys } from "./useGridKeys";
import { useStands } from "./useStands";
import { useUnchanged } from "./useUnchanged";
import { usualMinutes } from "./appointmentFields";
import { addTo, clockText, nowIn, wallTime } from "./wallTime";

export interface TimeGridProps {
  view: "day" | "week" | "month";
  day: string;
  appointments: readonly Appointment[];
  mayEdit: boolean;
  onOpen: (appointment: Appointment) => void;
  onBook: (slot: Slot) => void;
  // Whether it stays there.
  onMove: (appointment: Appointment, to: Slot) => Promise<boolean>;
}

const viewTypes = { day: "timeGridDay", week: "timeGridWeek", month: "dayGridMonth" } as const;
const plugins = [timeGrid, dayGrid, interaction, classic];

// The calendar as a grid, in the times of the practice: FullCalendar is given times on the wall, and
// takes them for UTC, so that it never asks where the browser stands.
export function TimeGrid({ view, day, appointments: given, mayEdit, onOpen, onBook, onMove }: TimeGridProps) {
  const { timeZone: zone } = useAccount();
  const appointments = useUnchanged(given);
  const stands = useStands();
  const calendar = useRef<CalendarRef>(null);
  const box = useRef<HTMLDivElement>(null);
  const moved = useGridKeys({ box, appointments, mayEdit, zone, onMove });
  const events = useMemo(() => appointments.map((a) => eventOf(a, zone, mayEdit, moved.get(a.id))), [appointments, zone, mayEdit, moved]);
  const hours = useMemo(() => hoursOf(appointments.flatMap((a) => slotOf(a, zone, moved.get(a.id)))), [appointments, zone, moved]);
  useEffect(() => {
    const api = calendar.current?.getApi();
    // To show anew what is shown would draw the whole grid again, just after it was first drawn.
    if (!api || (api.view.type === viewTypes[view] && api.getDate().toISOString().startsWith(day))) return;
    queueMicrotask(() => api.changeView(viewTypes[view], day));
  }, [view, day]);

  const drop = async ({ event, revert }: { event: Moved; revert: () => void }) => {
    const start = wall(event.startStr);
    if (!(await onMove(appointmentIn(event), { start, minutes: minutesOf(event) }))) revert();
  };
  return (
    <div ref={box} role="group" aria-label={t("Calendar")} className={`time-grid ${stands ? "" : "invisible"}`}>
      <FullCalendar
        ref={calendar}
        plugins={plugins}
        initialView={viewTypes[view]}
        initialDate={day}
        timeZone="UTC"
        now={() => nowIn(zone)}
        nowIndicator
        headerToolbar={false}
        // Nothing scrolls inside of it: what does must be reached by the keyboard, and may not be inside of a table.
        height={view === "month" ? "100%" : "auto"}
        slotMinTime={`${hours.from}:00:00`}
        slotMaxTime={`${hours.until}:00:00`}
        tableHeaderSticky={false}
        allDaySlot={false}
        fixedWeekCount={false}
        slotDuration="00:30:00"
        snapDuration="00:05:00"
        dayMaxEvents
        timedText={t("Times of the day")}
        dayHeaderContent={({ text }) => <time>{text}</time>}
        slotHeaderContent={({ text }) => <time>{text}</time>}
        moreLinkContent={({ num }) => plural(num, "+{count} more", "+{count} more")}
        moreLinkHint={(num) => plural(num, "Show {count} more appointment", "Show {count} more appointments")}
        closeHint={t("Close")}
        dragRevertDuration={0}
        events={events}
        eventContent={({ event, isMirror, isShort }) => isDrawn(event) && <GridAppointment appointment={appointmentIn(event)} time={isMirror ? clockText(wall(event.startStr)) : undefined} isShort={isShort || view === "month"} />}
        eventDidMount={({ el, event, isDraggable }) => isDrawn(event) && dress(el, event.id, isDraggable)}
        eventClass={({ event }) => isDrawn(event) && `forced-colors:border ${lookOf(appointmentIn(event)).edge}`}
        rowEventClass="min-h-6"
        rowMoreLinkClass="flex min-h-6 items-center"
        slotEventOverlap={false}
        eventClick={({ event }) => onOpen(appointmentIn(event))}
        eventDrop={(info) => void drop(info)}
        eventResize={(info) => void drop(info)}
        selectable={mayEdit}
        selectMirror
        select={({ startStr, endStr, allDay }) => onBook(allDay ? { start: `${startStr.slice(0, 10)}T09:00`, minutes: usualMinutes } : chosen(wall(startStr), wall(endStr)))}
      />
    </div>
  );
}

interface Moved extends Drawn {
  startStr: string;
  start: Date | null;
  end: Date | null;
}

interface Drawn {
  extendedProps: Record<string, unknown>;
}

// A time that is being chosen is drawn as well, and is no appointment.
const isDrawn = ({ extendedProps }: Drawn): boolean => extendedProps.appointment !== undefined;
const appointmentIn = ({ extendedProps }: Drawn) => extendedProps.appointment as Appointment;

const wall = (text: string) => text.slice(0, 16);
const minutesOf = ({ start, end }: Pick<Moved, "start" | "end">) => (start && end ? (end.getTime() - start.getTime()) / 60_000 : usualMinutes);

// A press chooses one snap of time: nobody means five minutes.
function chosen(start: string, end: string): Slot {
  const minutes = minutesOf({ start: new Date(`${start}Z`), end: new Date(`${end}Z`) });
  return { start, minutes: minutes < 15 ? usualMinutes : minutes };
}

function slotOf({ start, minutes }: Appointment, zone: string, moved: string | undefined): Slot[] {
  return start ? [{ start: moved ?? wallTime(start, zone), minutes: minutes ?? 0 }] : [];
}

function eventOf(appointment: Appointment, zone: string, mayEdit: boolean, moved: string | undefined): EventInput {
  const start = moved ?? (appointment.start ? wallTime(appointment.start, zone) : "");
  return {
    id: appointment.id,
    title: appointment.client?.displayName ?? "",
    start,
    end: start && addTo(start, { minutes: appointment.minutes ?? 0 }),
    editable: mayEdit && isMovable(appointment),
    display: "block",
    color: lookOf(appointment).fill,
    contrastColor: lookOf(appointment).ink,
    extendedProps: { appointment },
  };
}

// What FullCalendar makes focusable does not say that it can be pressed.
function dress(element: HTMLElement, id: string, canMove: boolean): void {
  element.dataset.appointment = id;
  element.setAttribute("role", "button");
  if (!canMove) return;
  element.setAttribute("aria-keyshortcuts", "Shift+ArrowUp Shift+ArrowDown Shift+ArrowLeft Shift+ArrowRight");
  element.title = t("Enter opens it; Shift and an arrow move it");
}
