import { useSyncExternalStore } from "react";

const phone = "(width <= 640px)";

function subscribe(onChange: () => void) {
  const media = window.matchMedia(phone);
  media.addEventListener("change", onChange);
  return () => media.removeEventListener("change", onChange);
}

/** The same width as the `phone:` variant. For other markup only; for other looks, use the variant. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(phone).matches);
}
