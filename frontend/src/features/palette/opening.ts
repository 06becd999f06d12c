import { useEffect, useSyncExternalStore } from "react";

let isOpen = false;
const listeners = new Set<() => void>();

// The palette itself is fetched later: a wish that comes earlier is kept here.
export function setPaletteOpen(open: boolean): void {
  isOpen = open;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const usePaletteOpen = (): boolean => useSyncExternalStore(subscribe, () => isOpen);

// Ctrl+K, or Cmd+K, opens the palette; over a dialog it does nothing, for that is to be answered first.
export function usePaletteKey(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.defaultPrevented) return;
      event.preventDefault();
      if (isOpen || !document.querySelector("[role=dialog], [role=alertdialog]")) setPaletteOpen(!isOpen);
    };
    window.addEventListener("keydown", press);
    return () => {
      window.removeEventListener("keydown", press);
      isOpen = false;
    };
  }, []);
}
