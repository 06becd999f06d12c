import { makeOperation, mapExchange } from "@urql/core";

// The view that this tab takes: an account as one of its usernames. To begin one and to leave it loads the
// page anew, with nothing of before: for as long as a page lives it has one, or none.
const key = "lanyard-view";
const [link = "", claim = ""] = (sessionStorage.getItem(key) ?? "").split(" ");

// The seen username's link to the account; empty: nobody is looked as.
export const viewed = link;

export const keepView = (seen: string): void => sessionStorage.setItem(key, `${seen} ${crypto.randomUUID()}`);
export const forgetView = (): void => sessionStorage.removeItem(key);

// A view is one tab's alone. A browser that copies a tab copies what it keeps: the copy waits for what the tab
// holds, and then is no view.
let isClaimed = false;

export function claimView(onTaken: () => void): void {
  if (isClaimed) return;
  isClaimed = true;
  const taken = AbortSignal.timeout(3000);
  navigator.locks.request(`lanyard-view ${claim}`, { signal: taken }, () => new Promise(() => {})).catch(onTaken);
}

// Each request of a view says so: the server narrows what it answers, and remembers nothing.
export const viewExchange = mapExchange({
  onOperation(operation) {
    if (operation.kind === "teardown") return operation;
    const { headers } = operation.context.fetchOptions as { headers: Record<string, string> };
    return makeOperation(operation.kind, operation, { ...operation.context, fetchOptions: { headers: { ...headers, "x-lanyard-view-as": viewed } } });
  },
  onError(error) {
    if (error.graphQLErrors.some(({ extensions }) => extensions.viewOver === true)) end();
  },
});

// Whether the server has refused the view: from then on there is nothing to see.
let isOver = false;
const listeners = new Set<() => void>();

function end(): void {
  isOver = true;
  for (const listener of listeners) listener();
}

export const viewIsOver = (): boolean => isOver;

export function onViewOver(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
