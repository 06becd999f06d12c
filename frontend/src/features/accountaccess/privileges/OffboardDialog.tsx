import { OffboardDocument } from "../../../gen/documents/features/accountaccess/privileges/Privileges";
import type { OffboardMutation } from "../../../gen/types";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { announce } from "../../../ui/announce";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { useAccount } from "../../shell/viewer";
import { type Row, nameOf } from "./rows";

export type Certificate = NonNullable<OffboardMutation["offboard"]>;

interface Props {
  row: Row;
  onClose: () => void;
  onDone: (certificate: Certificate) => void;
}

// Somebody leaves the practice: one act, and a certificate of it.
export function OffboardDialog({ row, onClose, onDone }: Props) {
  const account = useAccount();
  const { save, isPending, problems } = useSave(OffboardDocument);
  const name = nameOf(row);
  const confirm = async () => {
    const made = (await save({ account: account.id, link: row.id }))?.offboard;
    if (!made) return;
    announce(t("The work of {name} is ended.", { name }));
    onClose();
    onDone(made);
  };
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("End the work of {name} everywhere?", { name })}
      confirmLabel={t("End work everywhere")}
      isDanger
      isPending={isPending}
      error={problems[0]?.message}
      onConfirm={() => void confirm()}
    >
      <ul className="flex list-disc flex-col gap-1.5 pl-5">
        <li>{t("All its sign-ins end at once, in every account.")}</li>
        <li>{t("It can no longer enter this account, or any other that you run.")}</li>
        <li>{t("Whoever runs the other accounts that it may enter is told at once: those are theirs to end.")}</li>
        <li>{t("You get a certificate of what was ended, when, and how many were told.")}</li>
      </ul>
      <p>{t("This cannot be undone.")}</p>
    </ConfirmDialog>
  );
}
