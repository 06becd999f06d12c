import { useState } from "react";
import { t } from "../../text";
import { later } from "../../ui/later";
import { useLeaving } from "./useLeaving";
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
// drop-down, Back, signing out, or closing the tab. At the last the browser asks, and only whether to
// leave; whoever stays is asked the rest here.
export function UnsavedDialog({ isDirty, save, discard }: Props) {
  const [isSaving, setSaving] = useState(false);
  const [stayed, forget] = useStayedInTab(isDirty);
  const leaving = useLeaving(isDirty);
  const stay = () => {
    leaving.stay();
    forget();
  };

  const saveAndLeave = async () => {
    setSaving(true);
    const saved = await save();
    setSaving(false);
    if (!saved) return stay();
    forget();
    leaving.leave();
  };
  const discardAndLeave = () => {
    forget();
    discard();
    leaving.leave();
  };

  return (
    <LaterLeaveDialog
      isOpen={leaving.isAsked || stayed}
      isSaving={isSaving}
      title={leaving.isAsked ? t("Leave without saving?") : t("Close the tab without saving?")}
      onSave={() => void saveAndLeave()}
      onDiscard={discardAndLeave}
      onStay={stay}
    />
  );
}
