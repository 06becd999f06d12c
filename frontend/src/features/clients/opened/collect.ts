import type { Client } from "@urql/core";
import { ExportActivityDocument } from "../../../gen/documents/features/clients/opened/ExportActivity";
import type { ActivityFilter, ExportActivityQueryVariables } from "../../../gen/types";
import { type Problem, problemsOf } from "../../../graphql/problem";
import type { Entry } from "../../activitylog/entry";

const PAGE = 300;

export type Collected = { entries: Entry[] } | { problems: Problem[] };

interface Wish {
  account: string;
  filter: ActivityFilter;
}

// Fetches all that the filter lets through. The first page fixes where the export ends, so that
// the entries that the export itself makes are not in it.
export async function collect(client: Client, { account, filter }: Wish): Promise<Collected> {
  const entries: Entry[] = [];
  let after: string | null = null;
  let until = filter.until ?? null;
  for (;;) {
    const variables: ExportActivityQueryVariables = { account, first: PAGE, after, filter: { ...filter, until } };
    const { data, error } = await client.query(ExportActivityDocument, variables, { requestPolicy: "network-only" });
    const page = data?.exportActivity;
    if (error || !page?.nodes) return { problems: problemsOf(error) };
    entries.push(...page.nodes);
    until = page.until;
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) return { entries };
  }
}
