import { useEffect, useState } from "react";

// Whether a moment is past. It is asked at that moment, and when the tab comes back to the front:
// a computer that slept was not counting.
export function useIsPast(moment: number): boolean {
  const [isPast, setPast] = useState(false);
  useEffect(() => {
    const look = () => setPast(Date.now() >= moment);
    look();
    const timer = setTimeout(look, Math.max(0, moment - Date.now()) + 50);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [moment]);
  return isPast;
}
