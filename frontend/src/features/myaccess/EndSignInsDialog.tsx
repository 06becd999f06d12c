import { useState } from "react";
import { EndSignInDocument } from "../../gen/documents/features/myaccess/MyAccess";
import { useSave } from "../../graphql/useSave";
import { plural, t } from "../../text";
import { browserName } from "../../text/browserName";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { toast } from "../../ui/toast";
import type { SignIn } from "./SignInsCard";

interface Props {
  // Those to end; none: the dialog is closed.
  signIns: SignIn[];
  onClose: () => void;
  onEnded: () => void;
}

export function EndSignInsDialog({ signIns, onClose, onEnded }: Props) {
  const { save, problems, clear } = useSave(EndSignInDocument);
  const [isPending, setPending] = useState(false);
  const close = () => {
    clear();
    onClose();
  };

  const endAll = async () => {
    setPending(true);
    let ended = 0;
    for (const { id } of signIns) {
      if (await save({ id })) ended++;
      else break;
    }
    setPending(false);
    if (ended > 0) onEnded();
    if (ended < signIns.length) return;
    toast({ text: plural(ended, "{count} sign-in was ended", "{count} sign-ins were ended") });
    close();
  };

  return (
    <ConfirmDialog
      isOpen={signIns.length > 0}
      onOpenChange={close}
      title={plural(signIns.length, "End this sign-in?", "End {count} other sign-ins?")}
      confirmLabel={t("End")}
      onConfirm={() => void endAll()}
      isDanger
      isPending={isPending}
      error={problems[0] && whyNot(problems[0].code, problems[0].message)}
    >
      <p>{t("Whoever uses it has to sign in again at once. What was typed there and not saved can still be saved after that.")}</p>
      <ul className="mt-2 list-disc pl-5" translate="no">
        {signIns.map(({ id, userAgent, ip }) => (
          <li key={id}>
            {browserName(userAgent)}, {ip}
          </li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}

const whyNot = (code: string, message: string): string => (code === "NOT_FOUND" ? t("This sign-in has ended already.") : message);
