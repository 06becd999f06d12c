import type { TypedDocumentNode } from "@urql/core";
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { useClient } from "urql";
import { type PageOf, type Pages, type Rows, followPages } from "./followPages";

export interface ShownPages<Row> extends Rows<Row> {
  // Nothing has been read yet.
  isFirst: boolean;
  // What is shown belongs to what was asked for before.
  isOld: boolean;
  more: () => void;
  // Asks for every page again, without a person having asked.
  refresh: () => void;
  // Asks again after a failure.
  retry: () => void;
}

const nothing = { rows: [], total: 0, hasMore: false, isFetching: true, error: undefined };

// usePages reads a list page by page. While another list is being read, say after a search was
// changed, the one before is still shown.
export function usePages<Data, Variables extends object, Row>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, "after">,
  pageOf: (data: Data) => PageOf<Row> | null | undefined,
): ShownPages<Row> {
  const client = useClient();
  const key = JSON.stringify(variables);
  const [attempt, setAttempt] = useState(0);
  const [shown, setShown] = useState<{ key: string; rows: Rows<Row> } | null>(null);
  const pages = useRef<Pages<Row>>(null);
  const read = useEffectEvent(pageOf);

  useEffect(() => {
    const following: Pages<Row> = followPages(
      (after, requestPolicy) => client.query(document, withStart<Variables>(key, after), { requestPolicy }),
      (data: Data) => read(data),
      () => queueMicrotask(() => show()),
    );
    const show = () => {
      const rows = following.now();
      if (pages.current === following && (!rows.isFetching || rows.rows.length > 0)) setShown({ key, rows });
    };
    pages.current = following;
    return () => {
      pages.current = null;
      following.stop();
    };
  }, [client, document, key, attempt]);

  const refresh = useCallback(() => {
    for (const after of pages.current?.starts() ?? []) {
      void client.query(document, withStart<Variables>(key, after), { requestPolicy: "network-only", background: true }).toPromise();
    }
  }, [client, document, key]);

  return {
    ...(shown?.rows ?? nothing),
    isFirst: shown === null,
    isOld: shown !== null && shown.key !== key,
    more: () => pages.current?.more(),
    refresh,
    retry: () => setAttempt((before) => before + 1),
  };
}

const withStart = <Variables>(key: string, after: string | null) => ({ ...(JSON.parse(key) as object), after }) as unknown as Variables;
