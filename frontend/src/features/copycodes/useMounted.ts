import { useCallback, useEffect, useRef } from "react";

// Whether the page is still there when an answer comes: somebody may have gone elsewhere, and is
// not to be fetched back.
export function useMounted(): () => boolean {
  const mounted = useRef(false);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  return useCallback(() => mounted.current, []);
}
