import { useCallback } from "react";
import { useClient } from "urql";
import type { Entry } from "../../activitylog/entry";
import { collect } from "./collect";
import { type Printing, usePrinting } from "../print/usePrinting";

export interface Openings {
  entries: readonly Entry[];
}

// All entries of a client since a moment, as an export of the log.
export function useOpenings(account: string, client: string, from: string | null): Printing<Openings> {
  const urql = useClient();
  const fetch = useCallback(async () => {
    const filter = { client, from, recordOnly: true };
    const found = await collect(urql, { account, filter });
    return "problems" in found ? found.problems : { entries: found.entries };
  }, [urql, account, client, from]);
  return usePrinting(fetch);
}
