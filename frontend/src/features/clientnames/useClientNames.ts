import type { TypedDocumentNode } from "@urql/core";
import { useState } from "react";
import { useQuery } from "urql";
import type { ClientName } from "./clientName";
import { problemsOf } from "../../graphql/problem";
import { useLater } from "../editing/useLater";
import { useAccount } from "../shell/viewer";

// The query by which a section finds names of clients: its own field, called `names`.
export type NamesDocument = TypedDocumentNode<{ account: { names: ClientName[] | null } | null }, { account: string; search: string; client?: string | null }>;

export interface ClientNames {
  found: readonly ClientName[];
  isFetching: boolean;
  problem: string | undefined;
  // A client that was known from the start, or was chosen since.
  nameOf: (id: string) => ClientName | undefined;
  open: (isOpen: boolean) => void;
  search: (text: string) => void;
  learn: (name: ClientName) => void;
}

// useClientNames looks for clients while a list of them is open, and for the one that an address names:
// each answer is a reading that is logged.
export function useClientNames(document: NamesDocument, known: readonly ClientName[], addressed = ""): ClientNames {
  const { id: account } = useAccount();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<readonly ClientName[]>([]);
  const search = useLater(text.trim());
  const [{ data, fetching, stale, error }] = useQuery({ query: document, variables: { account, search }, requestPolicy: "network-only", pause: !isOpen });
  const isKnown = [...chosen, ...known].some(({ id }) => id === addressed);
  const [one] = useQuery({ query: document, variables: { account, search: "", client: addressed }, pause: !addressed || isKnown });
  return {
    found: data?.account?.names ?? [],
    isFetching: fetching || stale || search !== text.trim(),
    problem: problemsOf(error)[0]?.message,
    nameOf: (id) => [...chosen, ...known, ...(one.data?.account?.names ?? [])].find((name) => name.id === id),
    open: (now) => {
      setOpen(now);
      if (now) setText("");
    },
    search: setText,
    learn: (name) => setChosen((before) => [name, ...before]),
  };
}
