import { createFileRoute } from "@tanstack/react-router";
import { CalendarPage } from "../features/calendar/CalendarPage";
import { calendarSearch } from "../features/calendar/calendarSearch";

export const Route = createFileRoute("/p/$account/calendar")({ validateSearch: calendarSearch, component: CalendarPage });
