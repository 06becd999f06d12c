import { useEffect, useRef, useState } from "react";
import { EndingDocument, StaySignedInDocument } from "../../gen/documents/features/signin/Ending";
import { doorClient } from "../../graphql/doorClient";
import { signInAgain } from "../../graphql/signInAgain";
import { nextAsk, warnSeconds } from "./ending";

const useMs = 60_000;

// When the sign-in is about to end for want of use: in how many seconds, by the server's clock.
export function useEnding() {
  const [endsAt, setEndsAt] = useState<number | null>(null);
  const stay = useRef(() => {});

  useEffect(() => {
    let timer = 0;
    let wasSignedIn = false;
    let lastUse = Date.now();
    // Another tab may have used the sign-in: the server knows.
    const ask = async (document: typeof EndingDocument | typeof StaySignedInDocument, background: boolean) => {
      const { data, error } = await doorClient.query(document, {}, { background });
      clearTimeout(timer);
      if (!error && data?.viewer === null) return end();
      wasSignedIn ||= data?.viewer != null;
      const left = data?.viewer?.signInLimits?.secondsLeft;
      setEndsAt(left !== undefined && left <= warnSeconds ? performance.now() + left * 1000 : null);
      timer = window.setTimeout(() => void ask(EndingDocument, true), nextAsk(left) * 1000);
    };
    const end = () => {
      setEndsAt(null);
      if (wasSignedIn) void signInAgain().then(() => ask(EndingDocument, true));
    };
    // Who types for long without asking the server for anything uses the sign-in all the same.
    const use = () => {
      if (Date.now() - lastUse < useMs) return;
      lastUse = Date.now();
      void ask(StaySignedInDocument, false);
    };
    stay.current = () => void ask(StaySignedInDocument, false);
    void ask(EndingDocument, true);
    addEventListener("keydown", use, true);
    addEventListener("pointerdown", use, true);
    return () => {
      clearTimeout(timer);
      removeEventListener("keydown", use, true);
      removeEventListener("pointerdown", use, true);
    };
  }, []);

  return { endsAt, stay: () => stay.current() };
}
