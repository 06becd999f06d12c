import { useSyncExternalStore } from "react";
import { isProving, onProving, provedAgain } from "../../graphql/proveAgain";
import { t } from "../../text";
import { Dialog } from "../../ui/Dialog";
import { ProveAgainForm } from "./ProveAgainForm";

// Asks for a fresh proof over the page that wants to do something dangerous. What was typed stays, and the
// request goes out again.
export function ProveAgainDialog() {
  const asking = useSyncExternalStore(onProving, isProving);
  if (!asking) return null;
  return (
    <Dialog isOpen onOpenChange={provedAgain} size="small" title={t("Is it still you?")} description={t("What you are about to do needs a fresh proof. It counts for ten minutes.")}>
      <ProveAgainForm onProven={provedAgain} />
    </Dialog>
  );
}
