import { useEffect, useState } from "react";
import { useQuery } from "urql";
import { UsernamePrivilegesDocument } from "../../../gen/documents/features/accountaccess/privileges/Privileges";
import { useLive } from "../../../live/useLive";
import { plural } from "../../../text";
import { announce } from "../../../ui/announce";
import { useAccount, useViewer } from "../../shell/viewer";
import { changedCells } from "./fresh";
import { type CellKey, type Preset, type Row, partsOf, privilegeOf } from "./rows";

const none: readonly Row[] = [];
const noPresets: readonly Preset[] = [];
const FRESH_MS = 60_000;

// The usernames of the open account with their privileges, kept up to date by what others do.
export function usePrivileges() {
  const account = useAccount();
  const variables = { account: account.id, withLog: account.mayView("ACTIVITY_LOG") };
  const [{ data, error, fetching }, again] = useQuery({ query: UsernamePrivilegesDocument, variables, requestPolicy: "cache-and-network" });
  useLive("ACCOUNT_ACCESS", () => again({ requestPolicy: "network-only", background: true }));
  const rows = data?.account?.usernames ?? none;
  const fresh = useFreshCells(rows);
  return { rows, presets: data?.presets ?? noPresets, fresh, error, isLoaded: !!data?.account?.usernames, isFetching: fetching, refetch: () => again({ requestPolicy: "network-only" }) };
}

// Which cells somebody else has changed in the last minute.
function useFreshCells(rows: readonly Row[]): ReadonlySet<CellKey> {
  const { username } = useViewer();
  const [known, setKnown] = useState(rows);
  const [fresh, setFresh] = useState<ReadonlySet<CellKey>>(new Set());
  if (rows !== known) {
    setKnown(rows);
    const changed = changedCells(known, rows).filter((key) => setBy(rows, key) !== username);
    if (changed.length > 0) setFresh(new Set([...fresh, ...changed]));
  }
  useEffect(() => {
    if (fresh.size === 0) return;
    announce(plural(fresh.size, "{count} level was changed by somebody else just now.", "{count} levels were changed by somebody else just now."));
    const timer = setTimeout(() => setFresh(new Set()), FRESH_MS);
    return () => clearTimeout(timer);
  }, [fresh]);
  return fresh;
}

function setBy(rows: readonly Row[], key: CellKey): string | null | undefined {
  const { link, section } = partsOf(key);
  const row = rows.find(({ id }) => id === link);
  return row && privilegeOf(row, section)?.grantedBy;
}
