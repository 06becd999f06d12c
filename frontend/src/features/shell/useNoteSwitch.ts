import { useEffect } from "react";
import { useMutation } from "urql";
import { SwitchAccountDocument } from "../../gen/documents/features/shell/Account";
import { viewed } from "../../graphql/view";
import { lastAccount, rememberAccount } from "./lastAccount";

// Tells both accounts' logs that this tab came from the one to the other, by whichever way: the Provider
// drop-down, a link, Back or an address. To begin in one's home account is no switch.
export function useNoteSwitch(account: string | undefined, home: string | undefined): void {
  const [, note] = useMutation(SwitchAccountDocument);
  useEffect(() => {
    if (!account || viewed) return;
    const from = lastAccount();
    rememberAccount(account);
    if (account !== (from ?? home)) void note({ account, from });
  }, [account, home, note]);
}
