import type { OperationResult } from "@urql/core";
import { useCallback, useEffect, useRef, useState } from "react";
import { useClient } from "urql";
import { ActivityDocument } from "../../gen/documents/features/activitylog/Activity";
import type { ActivityFilter, ActivityQuery } from "../../gen/types";
import { type Problem, problemsOf } from "../../graphql/problem";
import { type Pages, countNew, newer, nothing, older } from "./pages";

const PAGE = 50;

export interface Entries extends Pages {
  // What is shown belongs to the filter before: the answer is under way.
  isLoading: boolean;
  isLoadingMore: boolean;
  problems: Problem[];
  retry: () => void;
  more: () => void;
  // Reads the newest page again, and says how many entries are new.
  fresh: () => Promise<number>;
}

type Way = "first" | "more" | "fresh";

// The log is read page by page and never from the cache: each reading is logged, so it is asked
// for what is shown and nothing else. An answer that comes too late, after the filter has changed
// again, is dropped.
export function useEntries(account: string, filter: ActivityFilter): Entries {
  const client = useClient();
  const key = JSON.stringify(filter);
  const [pages, setPages] = useState(nothing);
  // The filter that was answered last.
  const [answered, setAnswered] = useState<string | null>(null);
  const [isLoadingMore, setLoadingMore] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  const turn = useRef(0);
  const shown = useRef(nothing);

  const settle = useCallback(
    (way: Way, { data, error }: OperationResult<ActivityQuery>): number => {
      if (way === "first") setAnswered(key);
      setLoadingMore(false);
      if (way !== "fresh" || !error) setProblems(problemsOf(error));
      const now = pagesAfter(way, shown.current, data?.account?.activity);
      const added = countNew(shown.current, now);
      shown.current = now;
      setPages(now);
      return added;
    },
    [key],
  );
  const read = useCallback(
    (way: Way): Promise<number> => {
      const mine = way === "first" ? ++turn.current : turn.current;
      const filtered = JSON.parse(key) as ActivityFilter;
      const variables = { account, first: PAGE, filter: filtered, after: way === "more" ? shown.current.end : null, isCounted: way !== "more" };
      return client
        .query(ActivityDocument, variables, { requestPolicy: "network-only", background: way === "fresh" })
        .toPromise()
        .then((result) => (mine === turn.current ? settle(way, result) : 0));
    },
    [client, account, key, settle],
  );

  useEffect(() => {
    void read("first");
  }, [read]);

  return {
    ...pages,
    isLoading: answered !== key,
    isLoadingMore,
    problems,
    retry: () => {
      setAnswered(null);
      void read("first");
    },
    more: () => {
      setLoadingMore(true);
      void read("more");
    },
    fresh: useCallback(() => read("fresh"), [read]),
  };
}

type Connection = NonNullable<ActivityQuery["account"]>["activity"];

const join: Record<Way, (shown: Pages, page: Pages) => Pages> = { first: (_, page) => page, more: older, fresh: newer };

// Without an answer what was shown stays, but for that of another filter.
function pagesAfter(way: Way, shown: Pages, found: Connection | undefined): Pages {
  if (!found?.nodes) return way === "first" ? nothing : shown;
  const { hasNextPage, endCursor } = found.pageInfo;
  return join[way](shown, { entries: found.nodes, end: hasNextPage ? endCursor : null, total: found.totalCount ?? shown.total });
}
