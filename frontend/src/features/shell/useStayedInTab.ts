import { useEffect, useState } from "react";

// Whether somebody was about to close the tab, was asked by the browser, and stayed.
export function useStayedInTab(isDirty: boolean): [stayed: boolean, forget: () => void] {
  const [stayed, setStayed] = useState(false);
  useEffect(() => {
    if (!isDirty) return;
    let timer: ReturnType<typeof setTimeout>;
    // The timer runs only in a page that is still there when the browser has its answer.
    const asked = () => {
      timer = setTimeout(() => setStayed(true));
    };
    window.addEventListener("beforeunload", asked);
    return () => {
      window.removeEventListener("beforeunload", asked);
      clearTimeout(timer);
    };
  }, [isDirty]);
  return [stayed && isDirty, () => setStayed(false)];
}
