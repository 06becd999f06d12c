import type { OperationResult } from "@urql/core";
import { onEnd, pipe, subscribe } from "wonka";
import { ChangesDocument, StillSignedInDocument } from "../gen/documents/live/Changes";
import type { ChangesSubscription } from "../gen/types";
import { doorClient } from "../graphql/doorClient";
import { signInAgain } from "../graphql/signInAgain";
import { type Change, tellAll } from "./tabs";

const everything: Change = { kind: "EVERYTHING", account: null, section: null, object: null, client: null, mine: false };

// Follows what the server tells, until the function it gives is called. One tab does it for all tabs
// of the browser: over HTTP/1.1 a browser has six connections to a server, and six tabs with a stream
// each would leave none for anything else. When that tab is closed another takes its place.
export function follow(): () => void {
  const stop = new AbortController();
  navigator.locks.request("lanyard-live", { signal: stop.signal }, () => lead(stop.signal)).catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  return () => stop.abort();
}

const shortestWait = 1000;
const longestWait = 30_000;

async function lead(stop: AbortSignal): Promise<void> {
  let wait = shortestWait;
  while (!stop.aborted) {
    const heard = await listen(stop);
    if (stop.aborted) return;
    if (await isSignedOut()) {
      tellAll({ kind: "sign-in-ended" });
      await signInAgain();
    } else {
      wait = heard ? shortestWait : Math.min(wait * 2, longestWait);
      await pause(wait, stop);
    }
    tellAll({ kind: "change", change: everything }); // what was changed meanwhile was not told
  }
}

// One stream from its beginning to its end; whether anything was heard.
function listen(stop: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    let heard = false;
    const { unsubscribe } = pipe(
      doorClient.subscription(ChangesDocument, {}),
      onEnd(() => resolve(heard)),
      subscribe(({ data }: OperationResult<ChangesSubscription>) => {
        if (!data?.changes) return;
        heard = true;
        tellAll({ kind: "change", change: data.changes });
      }),
    );
    stop.addEventListener("abort", unsubscribe, { once: true });
  });
}

// A server that cannot be reached has not ended the sign-in.
async function isSignedOut(): Promise<boolean> {
  const { data, error } = await doorClient.query(StillSignedInDocument, {}, { background: true });
  return !error && data?.viewer === null;
}

function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    stop.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
}
