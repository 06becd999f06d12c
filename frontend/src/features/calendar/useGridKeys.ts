import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { announce } from "../../ui/announce";
import { type Appointment, isMovable } from "./status";
import type { Slot } from "./useChanges";
import { type WallTime, addTo, wallTime, whenText } from "./wallTime";

const steps: Record<string, { days?: number; minutes?: number }> = {
  ArrowUp: { minutes: -15 },
  ArrowDown: { minutes: 15 },
  ArrowLeft: { days: -1 },
  ArrowRight: { days: 1 },
};

// Several steps are one move.
const QUIET_MS = 700;

interface Options {
  box: RefObject<HTMLElement | null>;
  appointments: readonly Appointment[];
  mayEdit: boolean;
  zone: string;
  onMove: (appointment: Appointment, to: Slot) => Promise<boolean>;
}

interface Pending {
  save: () => void;
  timer: ReturnType<typeof setTimeout>;
}

const idAt = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>("[data-appointment]")?.dataset.appointment : undefined);

// Moves the appointment that has the focus: Shift and an arrow. It keeps the focus wherever it goes.
// Gives where what is being moved begins meanwhile, by its id.
export function useGridKeys({ box, appointments, mayEdit, zone, onMove }: Options): ReadonlyMap<string, WallTime> {
  const [moved, setMoved] = useState<ReadonlyMap<string, WallTime>>(new Map());
  const focused = useRef<string>(undefined);
  // What is being moved, by its id: each is saved by itself, and at once when the grid goes.
  const [pending] = useState(() => new Map<string, Pending>());
  useEffect(
    () => () => {
      for (const { timer, save } of pending.values()) {
        clearTimeout(timer);
        save();
      }
    },
    [pending],
  );
  // What is drawn anew loses the focus.
  useLayoutEffect(() => {
    const id = focused.current;
    if (!id || document.activeElement !== document.body) return;
    box.current?.querySelector<HTMLElement>(`[data-appointment="${CSS.escape(id)}"]`)?.focus();
  }, [box, appointments, moved]);

  const forget = (id: string) => setMoved((before) => new Map([...before].filter(([other]) => other !== id)));
  const press = useEffectEvent((event: KeyboardEvent) => {
    const step = event.shiftKey ? steps[event.key] : undefined;
    const id = idAt(event.target);
    const appointment = appointments.find((a) => a.id === id);
    if (!step || !id || !appointment?.start || !mayEdit || !isMovable(appointment)) return;
    event.preventDefault();
    const start = addTo(moved.get(id) ?? wallTime(appointment.start, zone), step);
    setMoved((before) => new Map(before).set(id, start));
    announce(whenText(start));
    clearTimeout(pending.get(id)?.timer);
    const save = () => {
      pending.delete(id);
      void onMove(appointment, { start, minutes: appointment.minutes ?? 0 }).finally(() => forget(id));
    };
    pending.set(id, { save, timer: setTimeout(save, QUIET_MS) });
  });
  useEffect(() => {
    const element = box.current;
    const onKey = (event: KeyboardEvent) => press(event);
    const onFocus = ({ target }: FocusEvent) => {
      focused.current = idAt(target);
    };
    element?.addEventListener("keydown", onKey);
    element?.addEventListener("focusin", onFocus);
    return () => {
      element?.removeEventListener("keydown", onKey);
      element?.removeEventListener("focusin", onFocus);
    };
  }, [box]);
  return moved;
}
