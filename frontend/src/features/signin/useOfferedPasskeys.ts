import { useEffect, useEffectEvent, useRef } from "react";
import type { SignedByPasskeyInput } from "../../gen/types";
import { hasPasskeys, signByPasskey } from "./passkey";

type Send = (input: SignedByPasskeyInput) => Promise<unknown>;

// What the server asks to be signed is good for five minutes: then it is asked anew.
const anewMs = 4 * 60_000;

// Lets the browser offer its passkeys in the field of the username, where it can. What it gives pauses that, until
// the function is called that this gives.
export function useOfferedPasskeys(send: Send): () => () => void {
  const offering = useRef<AbortController>(undefined);
  const sign = useEffectEvent(send);
  useEffect(() => {
    offering.current = begin((input) => sign(input));
    return () => offering.current?.abort();
  }, []);
  return () => {
    offering.current?.abort();
    return () => void (offering.current = begin(send));
  };
}

function begin(send: Send): AbortController {
  const stop = new AbortController();
  void offer(stop.signal, send);
  return stop;
}

async function offer(stop: AbortSignal, send: Send): Promise<void> {
  if (!hasPasskeys() || !(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  while (!stop.aborted) {
    const inTime = AbortSignal.any([stop, AbortSignal.timeout(anewMs)]);
    const { input } = await signByPasskey(inTime);
    if (input) await send(input);
    else if (!inTime.aborted) return; // it could not be asked, or the browser does not want to
  }
}
