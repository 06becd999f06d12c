import { useCallback } from "react";
import { useClient } from "urql";
import { ExportNoteDocument } from "../../gen/documents/features/notes/ExportNote";
import { problemsOf } from "../../graphql/problem";
import { type Printing, usePrinting } from "../clients/print/usePrinting";
import { useAccount } from "../shell/viewer";
import type { WholeNote } from "./noteFields";

export function useNotePrinting(id: string): Printing<WholeNote> {
  const { id: account } = useAccount();
  const urql = useClient();
  const fetch = useCallback(async () => {
    const { data, error } = await urql.query(ExportNoteDocument, { account, id }, { requestPolicy: "network-only" });
    return data?.exportNote ?? problemsOf(error);
  }, [urql, account, id]);
  return usePrinting(fetch);
}
