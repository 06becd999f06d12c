import { DeleteUsernameDocument } from "../../../gen/documents/features/accountaccess/privileges/Privileges";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { announce } from "../../../ui/announce";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { toast } from "../../../ui/toast";
import { useAccount } from "../../shell/viewer";
import { type Row, nameOf } from "./rows";

interface Props {
  row: Row;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteUsernameDialog({ row, onClose, onDeleted }: Props) {
  const account = useAccount();
  const { save, isPending, problems } = useSave(DeleteUsernameDocument);
  const name = nameOf(row);
  const confirm = async () => {
    const saved = await save({ account: account.id, link: row.id });
    if (!saved?.deleteUsername) return;
    const text = saved.deleteUsername.deleted ? t("{name} is deleted.", { name }) : t("{name} can no longer enter this account. It lives on in its other accounts.", { name });
    toast({ text });
    announce(text);
    onClose();
    onDeleted();
  };
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("Delete {name}?", { name })}
      confirmLabel={t("Delete username")}
      isDanger
      isPending={isPending}
      error={problems[0]?.message}
      onConfirm={() => void confirm()}
    >
      <ul className="flex list-disc flex-col gap-1.5 pl-5">
        <li>{t("It can no longer enter the account of {provider}, and whatever it has open here closes at once.", { provider: account.providerName })}</li>
        <li>{t("If it is linked to other accounts, it lives on in those. Otherwise it is gone for good, and nobody can take its name again.")}</li>
        <li>{t("The activity log keeps what it did, under its name.")}</li>
      </ul>
      <p>{t("This cannot be undone.")}</p>
    </ConfirmDialog>
  );
}
