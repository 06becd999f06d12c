import { parseDate } from "@internationalized/date";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useAccount } from "../shell/viewer";
import type { View } from "./calendarSearch";
import { stepFrom } from "./range";
import { dayOf, nowIn } from "./wallTime";

const route = "/p/$account/calendar";

// Which days are shown, and how: it stands in the address.
export function useShownDays(isPhone: boolean) {
  const { timeZone } = useAccount();
  const search = useSearch({ from: route });
  const navigate = useNavigate({ from: route });
  const { client } = search;
  const view = shownView(search.view, isPhone, client !== undefined);
  const day = read(search.day) ?? dayOf(nowIn(timeZone));
  const show = (now: { view?: View; day?: string }) => void navigate({ search: (before) => ({ ...before, ...now }), replace: true });
  return {
    client,
    view,
    day,
    setView: (chosen: View) => show({ view: chosen }),
    step: (direction: 1 | -1) => show({ day: stepFrom(view, day, direction) }),
    showAll: () => void navigate({ search: ({ client: _, ...before }) => before, replace: true }),
    today: () => void navigate({ search: ({ day: _, ...before }) => before, replace: true }),
  };
}

// A phone's week is a list already, and only the appointments of one client are shown by the year.
function shownView(asked: View | undefined, isPhone: boolean, isOfOne: boolean): View {
  const usual = isPhone ? "day" : "week";
  if (asked === "year") return isOfOne ? asked : usual;
  return isPhone && asked === "list" ? "week" : (asked ?? usual);
}

// An address may name a 31st of February.
function read(day: string | undefined): string | undefined {
  try {
    return day && parseDate(day).toString();
  } catch {
    return undefined;
  }
}
