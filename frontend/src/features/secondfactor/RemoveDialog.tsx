import { RemoveAuthenticatorDocument } from "../../gen/documents/features/secondfactor/SecondFactor";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { toast } from "../../ui/toast";

export function RemoveDialog({ onClose }: { onClose: () => void }) {
  const { save, isPending, problems } = useSave(RemoveAuthenticatorDocument);
  const remove = async () => {
    if (!(await save({}))) return;
    toast({ text: t("The app is not asked for any more.") });
    onClose();
  };
  return (
    <ConfirmDialog isOpen onOpenChange={onClose} title={t("Give up the authenticator app?")} confirmLabel={t("Give it up")} onConfirm={() => void remove()} isDanger isPending={isPending} error={problems[0]?.message ?? null}>
      <p>{t("Its codes are good for nothing any more. Without a passkey the recovery codes go too, and accounts that ask for a second factor let you in no longer.")}</p>
    </ConfirmDialog>
  );
}
