import { openAccount, useAccount, useViewer } from "../../shell/viewer";
import type { Side } from "./words";

// The other accounts whose codes the viewer may see.
export function useSides(): readonly Side[] {
  const { id } = useAccount();
  const { accounts } = useViewer();
  return accounts.filter((account) => account.id !== id && openAccount(account).mayView("CODES_SETUP"));
}
