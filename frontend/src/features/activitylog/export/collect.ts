import type { Client } from "@urql/core";
import { ExportActivityDocument } from "../../../gen/documents/features/activitylog/export/ExportActivity";
import type { ActivityFilter, ExportActivityQueryVariables } from "../../../gen/types";
import { type Problem, problemsOf } from "../../../graphql/problem";
import type { Entry } from "../entry";

const PAGE = 300;

export interface Progress {
  count: number;
  total: number;
}

export type Collected = { entries: Entry[] } | { problems: Problem[] } | { cancelled: true };

interface Wish {
  account: string;
  filter: ActivityFilter;
  onProgress: (progress: Progress) => void;
  signal: AbortSignal;
}

// Fetches all that the filter lets through. The first page fixes where the export ends, so that
// the entries that the export itself makes are not in it.
export async function collect(client: Client, { account, filter, onProgress, signal }: Wish): Promise<Collected> {
  const entries: Entry[] = [];
  let after: string | null = null;
  let until = filter.until ?? null;
  let total = 0;
  for (;;) {
    const isFirst = after === null;
    const variables: ExportActivityQueryVariables = { account, first: PAGE, after, filter: { ...filter, until }, isFirst };
    const { data, error } = await client.query(ExportActivityDocument, variables, { requestPolicy: "network-only" });
    if (signal.aborted) return { cancelled: true };
    const page = data?.exportActivity;
    if (error || !page?.nodes) return { problems: problemsOf(error) };
    entries.push(...page.nodes);
    until = page.until;
    total = page.totalCount ?? total;
    onProgress({ count: entries.length, total });
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) return { entries };
  }
}
