import { useSyncExternalStore } from "react";
import { isAsking, onAsking, signedInAgain } from "../../graphql/signInAgain";
import { tellTabs } from "../../live/tabs";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { leaveFor } from "../shell/useLeaving";
import { SignInForm } from "./SignInForm";
import { lastUsername } from "./lastUsername";

// Asks an ended sign-in to begin again, over the page it was working on. The page is hidden
// meanwhile, and whatever was typed is still there afterwards.
export function SignInAgainDialog() {
  const asking = useSyncExternalStore(onAsking, isAsking);
  const username = lastUsername();
  if (!asking) return null;

  const goOn = (signedIn: string) => {
    tellTabs({ kind: "signed-in", username: signedIn });
    // By a passkey of another username: what was typed here is not theirs.
    if (username && signedIn !== username) return leaveFor("/");
    signedInAgain();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={() => undefined}
      isDismissable={false}
      isBusy
      isAlone
      size="small"
      title={t("Sign in again")}
      description={t("Your sign-in has ended. Nothing you typed is lost: sign in, and go on where you were.")}
    >
      <SignInForm {...(username && { username })} onSignedIn={goOn} />
      <Button variant="quiet" onPress={() => leaveFor("/sign-in")}>
        {t("Leave, and discard what is not saved")}
      </Button>
    </Dialog>
  );
}
