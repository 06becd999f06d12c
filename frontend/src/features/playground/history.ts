// What was run during this visit of the page. Queries may name clients: they are kept nowhere else.
export interface Entry {
  id: number;
  query: string;
  variables: string;
  operationName?: string;
  at: string;
  status: number;
  milliseconds: number;
  failed: boolean;
}

const most = 50;

// The newest first; the same text again takes the place of its former run.
export function remember(entries: readonly Entry[], entry: Omit<Entry, "id">): Entry[] {
  const id = Math.max(0, ...entries.map((before) => before.id)) + 1;
  const others = entries.filter(({ query, variables }) => query !== entry.query || variables !== entry.variables);
  return [{ ...entry, id }, ...others].slice(0, most);
}

// What an entry is called: its operation, else the beginning of its text.
export function titleOf({ operationName, query }: Pick<Entry, "operationName" | "query">): string {
  return operationName ?? query.replace(/\s+/g, " ").trim().slice(0, 60);
}
