import { useEffect } from "react";
import { useMutation } from "urql";
import { SwitchAccountDocument } from "../../gen/documents/features/shell/Account";

// The account that this tab has shown last, also before it was loaded anew. Nothing but the log's
// entry of going from one to another rests on it.
const key = "lanyard-account";

// Whoever signs in comes from no account.
export const forgetLastAccount = (): void => sessionStorage.removeItem(key);

// Tells both accounts' logs that this tab came from the one to the other, by whichever way: the Provider
// drop-down, a link, Back or an address. To begin in one's home account is no switch.
export function useNoteSwitch(account: string | undefined, home: string | undefined): void {
  const [, note] = useMutation(SwitchAccountDocument);
  useEffect(() => {
    if (!account) return;
    const from = sessionStorage.getItem(key);
    sessionStorage.setItem(key, account);
    if (account !== (from ?? home)) void note({ account, from });
  }, [account, home, note]);
}
