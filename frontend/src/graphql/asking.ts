// Something is asked of whoever works before the server goes on: whoever shows the dialog listens, and
// all operations wait until it is answered.
type Listener = (asking: boolean) => void;

export function asking() {
  let open: { promise: Promise<void>; answer: () => void } | undefined;
  const listeners = new Set<Listener>();
  const tell = (now: boolean) => {
    for (const listener of listeners) listener(now);
  };
  return {
    ask: (): Promise<void> => {
      if (!open) {
        const { promise, resolve } = Promise.withResolvers<void>();
        open = { promise, answer: resolve };
        tell(true);
      }
      return open.promise;
    },
    answer: (): void => {
      open?.answer();
      open = undefined;
      tell(false);
    },
    isAsking: (): boolean => open !== undefined,
    onAsking: (listener: Listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
