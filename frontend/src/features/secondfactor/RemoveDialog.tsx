import { RemoveAuthenticatorDocument } from "../../gen/documents/features/secondfactor/SecondFactor";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { toast } from "../../ui/toast";

export function RemoveDialog({ onClose }: { onClose: () => void }) {
  const { save, isPending, problems } = useSave(RemoveAuthenticatorDocument);
  const remove = async () => {
    if (!(await save({}))) return;
    toast({ text: t("The password alone signs you in now.") });
    onClose();
  };
  return (
    <ConfirmDialog isOpen onOpenChange={onClose} title={t("Give up your second factor?")} confirmLabel={t("Give it up")} onConfirm={() => void remove()} isDanger isPending={isPending} error={problems[0]?.message ?? null}>
      <p>{t("The app and the recovery codes are good for nothing any more. Accounts that ask for a second factor let you in no longer.")}</p>
    </ConfirmDialog>
  );
}
