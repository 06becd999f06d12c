import { useMemo } from "react";
import { openAccount, useViewer } from "../shell/viewer";
import { type Offered, offer } from "./offered";

export function useOffered(): Offered {
  const { accounts } = useViewer();
  return useMemo(() => offer(accounts.map((account) => ({ ...account, level: openAccount(account).level("CODES_SETUP") }))), [accounts]);
}
