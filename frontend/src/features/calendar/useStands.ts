import { useEffect, useState } from "react";

const frames = 3;

// Whether the grid stands: it measures itself when it is first drawn, and nobody should see it jump.
export function useStands(): boolean {
  const [stands, setStands] = useState(false);
  useEffect(() => {
    let frame = 0;
    const wait = (left: number) => {
      frame = requestAnimationFrame(() => (left > 0 ? wait(left - 1) : setStands(true)));
    };
    wait(frames);
    return () => cancelAnimationFrame(frame);
  }, []);
  return stands;
}
