import { type KeyboardEvent, type MouseEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { type Line, type Place, placeAt, placeOf, positionOf, textOf } from "./gridPlace";
import { type Range, moved, rangeOf } from "./position";
import { rowHeight } from "./gridLook";

interface Wanted {
  // The choices of a place are to be opened: of a cell, of a selection, or of a whole section.
  open: (place: Place) => void;
  // A letter was pressed that stands for a level.
  letter: (key: string) => boolean;
}

// One tab stop, and keys that move in the grid: the place that has the focus, and the block that
// Shift has selected.
export function useGrid(grid: RefObject<HTMLElement | null>, rows: readonly Line[], { open, letter }: Wanted, columns?: number) {
  const [focus, setFocus] = useState<Place>(() => ({ link: rows[0]?.id ?? "head", column: 1 }));
  const [anchor, setAnchor] = useState<Place | null>(null);
  const isMoving = useRef(false);
  const found = positionOf(focus, rows);
  // Whoever had the focus may be gone by now.
  const place = found.row < 0 && focus.link !== "head" ? placeAt({ row: 0, column: focus.column }, rows) : focus;
  const position = positionOf(place, rows);
  const range = anchor && place === focus ? selectedRange(anchor, position, rows) : null;

  useLayoutEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    show(elementAt(grid.current, place));
  });

  const move = (to: Place, isExtending: boolean) => {
    isMoving.current = true;
    setAnchor(isExtending ? (anchor ?? place) : null);
    setFocus(to);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOnPlace(event.target) || event.altKey) return;
    const to = moved(position, event, rows.length, pageOf(grid.current), columns);
    if (to) move(placeAt(to, rows), event.shiftKey);
    else if (event.key === "Escape" && anchor) setAnchor(null);
    else if ((event.key === "Enter" || event.key === " ") && place.column > 0) open(place);
    else if (event.ctrlKey || event.metaKey || !letter(event.key)) return;
    event.preventDefault();
  };

  const onClick = (event: MouseEvent) => {
    const to = placeUnder(event.target);
    if (!to || to.column === 0) return;
    move(to, event.shiftKey && to.link !== "head");
    if (!event.shiftKey) open(to);
  };

  // Else the focus would come first, and the block would begin where it is to end.
  const onMouseDown = (event: MouseEvent) => {
    if (event.shiftKey && placeUnder(event.target)) event.preventDefault();
  };

  // The focus also comes by mouse and by Tab: a block that was selected elsewhere is over then.
  const onFocus = ({ target }: { target: EventTarget }) => {
    const to = placeUnder(target);
    if (!to || textOf(to) === textOf(place)) return;
    setAnchor(null);
    setFocus(to);
  };

  return { place, position, range, props: { onKeyDown, onMouseDown, onClick, onFocus } };
}

function selectedRange(anchor: Place, focus: ReturnType<typeof positionOf>, rows: readonly Line[]): Range | null {
  const from = positionOf(anchor, rows);
  return from.row < 0 && anchor.link !== "head" ? null : rangeOf(from, focus);
}

export function elementAt(grid: HTMLElement | null, place: Place): HTMLElement | null {
  return grid?.querySelector<HTMLElement>(`[data-at="${CSS.escape(textOf(place))}"]`) ?? null;
}

// The nearest scroll keeps the cell clear of what stands over the grid: see its scroll margins.
function show(element: HTMLElement | null) {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

const isOnPlace = (target: EventTarget): boolean => target instanceof HTMLElement && target.dataset.at !== undefined;

function placeUnder(target: EventTarget): Place | null {
  const element = target instanceof Element ? target.closest<HTMLElement>("[data-at]") : null;
  return element?.dataset.at ? placeOf(element.dataset.at) : null;
}

const pageOf = (grid: HTMLElement | null): number => Math.max(1, Math.floor((grid?.clientHeight ?? 0) / rowHeight) - 2);
