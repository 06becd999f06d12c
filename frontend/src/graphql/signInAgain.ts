// Somebody's sign-in has ended while they work: whoever shows the dialog listens here, and all
// operations wait until it is answered.
type Listener = (asking: boolean) => void;

let asking: { promise: Promise<void>; answer: () => void } | undefined;
const listeners = new Set<Listener>();

export function signInAgain(): Promise<void> {
  if (!asking) {
    const { promise, resolve } = Promise.withResolvers<void>();
    asking = { promise, answer: resolve };
    tell(true);
  }
  return asking.promise;
}

export function signedInAgain(): void {
  asking?.answer();
  asking = undefined;
  tell(false);
}

export const isAsking = (): boolean => asking !== undefined;

export function onAsking(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(now: boolean): void {
  for (const listener of listeners) listener(now);
}
