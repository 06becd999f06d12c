import type { ReactNode } from "react";
import { t } from "../text";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { FormError } from "./FormError";

interface ConfirmDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  children: ReactNode;
  confirmLabel: string;
  onConfirm: () => void;
  isDanger?: boolean;
  isPending?: boolean;
  error?: string | null;
  whyDisabled?: string;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onOpenChange, title, children, confirmLabel, onConfirm, isDanger, isPending, error, whyDisabled } = props;
  const footer = (
    <>
      <Button autoFocus onPress={() => onOpenChange(false)} whyDisabled={isPending ? t("This is being done already.") : undefined}>
        {t("Cancel")}
      </Button>
      <Button
        variant={isDanger ? "danger" : "primary"}
        onPress={onConfirm}
        isPending={isPending}
        whyDisabled={whyDisabled}
      >
        {confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={title}
      footer={footer}
      size="small"
      role="alertdialog"
      isDismissable={false}
      isBusy={isPending}
    >
      <FormError error={error} />
      {children}
    </Dialog>
  );
}
