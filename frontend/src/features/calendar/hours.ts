import { type WallTime, addTo, clockOf, dayOf } from "./wallTime";

// A working day, in hours: what the grid shows where nothing is earlier or later.
const from = 7;
const until = 20;

export interface Hours {
  from: number;
  until: number;
}

// The hours that the grid must show, so that no appointment is outside of it.
export function hoursOf(appointments: readonly { start: WallTime; minutes: number }[]): Hours {
  const hours = { from, until };
  for (const { start, minutes } of appointments) {
    const end = addTo(start, { minutes });
    const isOvernight = dayOf(end) > dayOf(start);
    hours.from = isOvernight ? 0 : Math.min(hours.from, hour(start));
    hours.until = isOvernight ? 24 : Math.max(hours.until, Math.ceil(hour(end) + Number(clockOf(end).slice(3)) / 60));
  }
  return hours;
}

const hour = (wall: WallTime): number => Number(clockOf(wall).slice(0, 2));
