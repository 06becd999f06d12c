import { DoorClosed } from "lucide-react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { TextLink } from "../../ui/TextLink";
import { useSignOut } from "../signin/useSignOut";
import { LaterAskedFactor } from "./LaterAskedFactor";
import { NoAccount } from "./NoAccount";
import { useTitle } from "./useTitle";
import type { Viewer } from "./viewer";

// The account in the address is not one of the viewer's, or is so no longer: which of the two is
// nobody's business.
export function AccountGone({ account, viewer }: { account: string; viewer: Viewer }) {
  useTitle(t("Account not available"));
  if (viewer.signInEndedIn.includes(account)) return <SignInEnded />;
  if (viewer.accounts.length === 0) return <NoAccount username={viewer.username} />;
  return (
    <main className="page" id="content">
      <EmptyState isPage icon={DoorClosed} title={t("You cannot enter this account")}>
        <p>{t("There is no such account, or your access to it has ended. An owner of it can let you in with Allow Account Access.")}</p>
        <p className="mt-4 font-medium">{t("Your accounts")}</p>
        <ul className="mt-1 flex flex-col gap-1">
          {viewer.accounts.map(({ id, providerName, practiceName }) => (
            <li key={id}>
              <TextLink to="/p/$account" params={{ account: id }}>
                {providerName}
              </TextLink>{" "}
              <span className="text-ink-muted">{practiceName}</span>
            </li>
          ))}
        </ul>
      </EmptyState>
      <LaterAskedFactor />
    </main>
  );
}

// Somebody who runs the account has ended this sign-in there. Signing in anew opens it again.
function SignInEnded() {
  const { signOut, isPending } = useSignOut();
  return (
    <main className="page" id="content">
      <EmptyState
        isPage
        icon={DoorClosed}
        title={t("Your sign-in was ended in this account")}
        action={
          <Button variant="primary" onPress={signOut} isPending={isPending}>
            {t("Sign out, and sign in again")}
          </Button>
        }
      >
        <p>{t("Somebody who runs this account has ended it here. After you have signed in again you can enter as before, unless your access has been taken away. In your other accounts this sign-in goes on.")}</p>
      </EmptyState>
    </main>
  );
}
