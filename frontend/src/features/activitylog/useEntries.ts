import { useCallback, useEffect, useRef, useState } from "react";
import { useClient } from "urql";
import { ActivityDocument } from "../../gen/documents/features/activitylog/Activity";
import type { ActivityFilter } from "../../gen/types";
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
  const [busy, setBusy] = useState<Way | null>("first");
  const [problems, setProblems] = useState<Problem[]>([]);
  const turn = useRef(0);
  const shown = useRef(nothing);

  const read = useCallback(
    async (way: Way): Promise<number> => {
      const mine = way === "first" ? ++turn.current : turn.current;
      if (way !== "fresh") setBusy(way);
      const variables = { account, first: PAGE, filter: JSON.parse(key) as ActivityFilter, after: way === "more" ? shown.current.end : null, isCounted: way !== "more" };
      const { data, error } = await client.query(ActivityDocument, variables, { requestPolicy: "network-only", background: way === "fresh" });
      if (mine !== turn.current) return 0;
      setBusy(null);
      const found = data?.account?.activity;
      if (way !== "fresh" || !error) setProblems(problemsOf(error));
      if (!found?.nodes) return 0;
      const page = { entries: found.nodes, end: found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null, total: found.totalCount ?? shown.current.total };
      const now = join[way](shown.current, page);
      const added = countNew(shown.current, now);
      shown.current = now;
      setPages(now);
      return added;
    },
    [client, account, key],
  );

  useEffect(() => {
    void read("first");
  }, [read]);

  return {
    ...pages,
    isLoading: busy === "first",
    isLoadingMore: busy === "more",
    problems,
    retry: () => void read("first"),
    more: () => void read("more"),
    fresh: useCallback(() => read("fresh"), [read]),
  };
}

const join: Record<Way, (shown: Pages, page: Pages) => Pages> = { first: (_, page) => page, more: older, fresh: newer };
