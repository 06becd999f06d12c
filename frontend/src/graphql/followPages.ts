import type { CombinedError, OperationResult, RequestPolicy } from "@urql/core";
import { type Source, pipe, subscribe } from "wonka";

export interface PageOf<Row> {
  nodes: readonly Row[] | null;
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface Rows<Row> {
  rows: readonly Row[];
  total: number;
  hasMore: boolean;
  isFetching: boolean;
  error: CombinedError | undefined;
}

interface Link<Row> {
  after: string | null;
  page: PageOf<Row> | null;
  isFetching: boolean;
  error: CombinedError | undefined;
  stop: () => void;
}

export interface Pages<Row> {
  more: () => void;
  stop: () => void;
  now: () => Rows<Row>;
  // Where each page that is shown begins.
  starts: () => (string | null)[];
}

// followPages keeps as many pages of a list as were asked for, each as the cache has it. Where a
// page ends elsewhere than before, because something was added or left the list, the next one is
// asked for from there: no row is missed or shown twice.
export function followPages<Data, Row>(
  ask: (after: string | null, policy: RequestPolicy) => Source<OperationResult<Data>>,
  pageOf: (data: Data) => PageOf<Row> | null | undefined,
  changed: () => void,
): Pages<Row> {
  const links: Link<Row>[] = [];

  function open(index: number, after: string | null): void {
    links[index]?.stop();
    const link: Link<Row> = { after, page: links[index]?.page ?? null, isFetching: true, error: undefined, stop: () => undefined };
    links[index] = link;
    const { unsubscribe } = pipe(ask(after, "cache-and-network"), subscribe((result) => hear(index, link, result)));
    link.stop = unsubscribe;
  }

  function hear(index: number, link: Link<Row>, { data, error, stale }: OperationResult<Data>): void {
    if (links[index] !== link) return;
    link.page = (data && pageOf(data)) ?? link.page;
    link.isFetching = stale;
    link.error = error;
    if (links[index + 1] && !stale && !error) goOn(index, link.page);
    changed();
  }

  function goOn(index: number, page: PageOf<Row> | null): void {
    const end = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    if (end === null) return void links.splice(index + 1).forEach(({ stop }) => stop());
    if (links[index + 1]?.after !== end) open(index + 1, end);
  }

  open(0, null);
  return {
    more() {
      const end = links.at(-1)?.page?.pageInfo.endCursor;
      if (end) open(links.length, end);
      changed();
    },
    stop: () => links.splice(0).forEach(({ stop }) => stop()),
    now: () => ({
      rows: links.flatMap(({ page }) => page?.nodes ?? []),
      total: links[0]?.page?.totalCount ?? 0,
      hasMore: links.at(-1)?.page?.pageInfo.hasNextPage ?? false,
      isFetching: links.some(({ isFetching }) => isFetching),
      error: links.find(({ error }) => error)?.error,
    }),
    starts: () => links.map(({ after }) => after),
  };
}
