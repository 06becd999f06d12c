import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";

interface Props {
  isCopying: boolean;
  onStay: () => void;
  onLeave: () => void;
}

export function LeaveQuestion({ isCopying, onStay, onLeave }: Props) {
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onStay()}
      title={isCopying ? t("Leave while copying?") : t("Leave without copying?")}
      size="small"
      footer={
        <>
          <Button variant="danger" onPress={onLeave}>
            {t("Leave")}
          </Button>
          <Button variant="primary" autoFocus onPress={onStay}>
            {t("Stay")}
          </Button>
        </>
      }
    >
      {isCopying
        ? t("The copy goes on, but you will not see its result. The Activity Log tells of it.")
        : t("What you chose among the entries is lost. Nothing has been copied.")}
    </Dialog>
  );
}
