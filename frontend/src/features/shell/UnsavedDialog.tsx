import { useBlocker } from "@tanstack/react-router";
import { useState } from "react";
import { t } from "../../text";
import { later } from "../../ui/later";
import { useStayedInTab } from "./useStayedInTab";

const LaterLeaveDialog = later(() => import("./LeaveDialog").then((module) => module.LeaveDialog));

interface Props {
  isDirty: boolean;
  // Saves, and says whether that went well.
  save: () => Promise<boolean>;
  // Makes everything as it is saved.
  discard: () => void;
}

// Leaving with unsaved changes asks first, by whichever way one leaves: a link, the Provider
// drop-down, Back, or closing the tab. There the browser asks, and only whether to leave; whoever
// stays is asked the rest here.
export function UnsavedDialog({ isDirty, save, discard }: Props) {
  const [isSaving, setSaving] = useState(false);
  const [stayed, forget] = useStayedInTab(isDirty);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  const isLeaving = blocker.status === "blocked";
  const stay = () => {
    blocker.reset?.();
    forget();
  };

  const saveAndLeave = async () => {
    setSaving(true);
    const saved = await save();
    setSaving(false);
    if (!saved) return stay();
    forget();
    blocker.proceed?.();
  };
  const discardAndLeave = () => {
    forget();
    discard();
    blocker.proceed?.();
  };

  return (
    <LaterLeaveDialog
      isOpen={isLeaving || stayed}
      isSaving={isSaving}
      title={isLeaving ? t("Leave without saving?") : t("Close the tab without saving?")}
      onSave={() => void saveAndLeave()}
      onDiscard={discardAndLeave}
      onStay={stay}
    />
  );
}
