import { type CombinedError, type TypedDocumentNode, useQuery } from "urql";
import type { Section } from "../../gen/types";
import { useLiveEverywhere } from "../../live/useLive";
import type { WorkOfAccount } from "./work";

interface Answer<Row> {
  viewer: { holding: readonly WorkOfAccount<Row>[] } | null;
}

interface FoundWork<Row> {
  accounts: readonly WorkOfAccount<Row>[] | undefined;
  error: CombinedError | undefined;
  again: () => void;
}

// The work in a section of all accounts, asked for anew when somebody has changed something there.
export function useWork<Row>(query: TypedDocumentNode<Answer<Row>, Record<string, never>>, section: Section): FoundWork<Row> {
  const [{ data, error }, again] = useQuery({ query, variables: {}, requestPolicy: "cache-and-network" });
  const refresh = () => again({ requestPolicy: "network-only" });
  useLiveEverywhere(section, () => again({ requestPolicy: "network-only", background: true }));
  return { accounts: data?.viewer?.holding, error, again: refresh };
}
