import { useSyncExternalStore } from "react";

const narrow = "(width <= 360px)";

function subscribe(onChange: () => void) {
  const media = window.matchMedia(narrow);
  media.addEventListener("change", onChange);
  return () => media.removeEventListener("change", onChange);
}

// The smallest screens, on which only the short words of the levels fit side by side.
export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(narrow).matches);
