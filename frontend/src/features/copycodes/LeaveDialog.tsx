import { useBlocker } from "@tanstack/react-router";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";

interface Props {
  // While a copy is under way, its result would not be seen.
  isCopying: boolean;
  hasChoices: boolean;
}

// Leaving asks when choices would be lost. Between the steps nothing is.
export function LeaveDialog({ isCopying, hasChoices }: Props) {
  const asks = isCopying || hasChoices;
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => asks && current.pathname !== next.pathname,
    enableBeforeUnload: () => asks,
    withResolver: true,
  });
  return (
    <Dialog
      isOpen={blocker.status === "blocked"}
      onOpenChange={(open) => !open && blocker.reset?.()}
      title={isCopying ? t("Leave while copying?") : t("Leave without copying?")}
      size="small"
      footer={
        <>
          <Button variant="danger" onPress={() => blocker.proceed?.()}>
            {t("Leave")}
          </Button>
          <Button variant="primary" autoFocus onPress={() => blocker.reset?.()}>
            {t("Stay")}
          </Button>
        </>
      }
    >
      {isCopying
        ? t("The copy goes on, but you will not see its result. The Activity Log tells of it.")
        : t("What you chose among the entries is lost. Nothing has been copied.")}
    </Dialog>
  );
}
