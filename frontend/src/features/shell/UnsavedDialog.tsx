import { useBlocker } from "@tanstack/react-router";
import { useState } from "react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";

interface Props {
  isDirty: boolean;
  // Saves, and says whether that went well.
  save: () => Promise<boolean>;
}

// Leaving with unsaved changes asks first, by whichever way one leaves: a link, the Provider
// drop-down, Back, or closing the tab (there the browser asks).
export function UnsavedDialog({ isDirty, save }: Props) {
  const [isSaving, setSaving] = useState(false);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  const isOpen = blocker.status === "blocked";

  const saveAndLeave = async () => {
    setSaving(true);
    const saved = await save();
    setSaving(false);
    if (saved) blocker.proceed?.();
    else blocker.reset?.();
  };

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => !open && blocker.reset?.()}
      title={t("Leave without saving?")}
      description={t("You have changes on this page that are not saved.")}
      size="small"
      isBusy={isSaving}
      footer={
        <>
          <Button variant="quiet" onPress={() => blocker.reset?.()}>
            {t("Stay")}
          </Button>
          <Button variant="danger" onPress={() => blocker.proceed?.()}>
            {t("Discard")}
          </Button>
          <Button variant="primary" isPending={isSaving} onPress={() => void saveAndLeave()}>
            {t("Save")}
          </Button>
        </>
      }
    >
      {null}
    </Dialog>
  );
}
