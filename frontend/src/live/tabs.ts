import type { ChangesSubscription } from "../gen/types";

export type Change = Omit<NonNullable<ChangesSubscription["changes"]>, "__typename">;

// What the tabs of one browser tell each other.
export type Word =
  | { kind: "signed-out" }
  | { kind: "signed-in"; username: string }
  | { kind: "sign-in-ended" }
  | { kind: "change"; change: Change };

type Listener = (word: Word) => void;

const channel = new BroadcastChannel("lanyard");
const listeners = new Set<Listener>();
channel.onmessage = ({ data }: MessageEvent<Word>) => hear(data);

function hear(word: Word): void {
  for (const listener of listeners) listener(word);
}

// Tells the other tabs.
export const tellTabs = (word: Word): void => channel.postMessage(word);

// Tells all tabs, this one too.
export function tellAll(word: Word): void {
  tellTabs(word);
  hear(word);
}

export function onWord(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
