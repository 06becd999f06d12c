import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";

interface Props {
  isOpen: boolean;
  isSaving: boolean;
  title: string;
  onSave: () => void;
  onDiscard: () => void;
  onStay: () => void;
}

// What is to become of changes that are not saved.
export function LeaveDialog({ isOpen, isSaving, title, onSave, onDiscard, onStay }: Props) {
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => !open && onStay()}
      isDismissable={false}
      title={title}
      size="small"
      isBusy={isSaving}
      footer={
        <>
          <Button variant="quiet" onPress={onStay}>
            {t("Stay")}
          </Button>
          <Button variant="danger" onPress={onDiscard}>
            {t("Discard")}
          </Button>
          <Button variant="primary" isPending={isSaving} onPress={onSave}>
            {t("Save")}
          </Button>
        </>
      }
    >
      <p>{t("There are changes on this page that are not saved.")}</p>
    </Dialog>
  );
}
