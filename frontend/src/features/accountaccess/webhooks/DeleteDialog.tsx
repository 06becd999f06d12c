import { DeleteWebhookDocument } from "../../../gen/documents/features/accountaccess/webhooks/Webhooks";
import type { WebhookLineFragment } from "../../../gen/types";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { toast } from "../../../ui/toast";
import { useAccount } from "../../shell/viewer";

interface Props {
  webhook: WebhookLineFragment;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteDialog({ webhook, onClose, onDeleted }: Props) {
  const { id: account } = useAccount();
  const { save, isPending, problems } = useSave(DeleteWebhookDocument);
  const remove = async () => {
    if (!(await save({ account, webhook: webhook.id ?? "" }))?.deleteWebhook) return;
    toast({ text: t("The webhook is deleted.") });
    onDeleted();
    onClose();
  };
  return (
    <ConfirmDialog isOpen onOpenChange={onClose} title={t("Delete this webhook?")} confirmLabel={t("Delete")} onConfirm={() => void remove()} isDanger isPending={isPending} error={problems[0]?.message ?? null}>
      <p>{t("Nothing more is told there, and what was not told yet never is. A new one would have another secret.")}</p>
      <p translate="no" className="mt-2 wrap-anywhere">{webhook.url}</p>
    </ConfirmDialog>
  );
}
