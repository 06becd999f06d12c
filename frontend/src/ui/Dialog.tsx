import { X } from "lucide-react";
import { type ReactNode, useEffect, useLayoutEffect } from "react";
import { Dialog as AriaDialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { t } from "../text";
import { IconButton } from "./IconButton";
import { toasts } from "./toast";
import { useIsPhone } from "./useIsPhone";

interface DialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  size?: "small" | "medium" | "large";
  /** Whether a press outside closes it. Escape and the cross always do, unless it is busy. */
  isDismissable?: boolean;
  isBusy?: boolean;
  /** Hides the page, and whatever is open over it, for as long as it is open. */
  isAlone?: boolean;
  role?: "dialog" | "alertdialog";
}

// On a phone a form takes the whole screen, and a question only what it needs of it.
const looks = {
  small: "desk:max-w-105 phone:rounded-t-lg phone:border-x-0 phone:border-b-0",
  medium: "desk:max-w-140 phone:h-full phone:border-0",
  large: "desk:max-w-220 phone:h-full phone:border-0",
};

export function Dialog(props: DialogProps) {
  const { isOpen, onOpenChange, title, description, children, footer, size = "medium", isDismissable = true, isBusy, isAlone, role } = props;
  const isPhone = useIsPhone();
  // There the messages of before would lie over its buttons.
  useEffect(() => {
    if (isOpen && isPhone) toasts.clear();
  }, [isOpen, isPhone]);
  useHidesAll(isOpen && !!isAlone);
  return (
    <ModalOverlay
      data-alone={isAlone}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={isDismissable && !isBusy}
      isKeyboardDismissDisabled={isBusy}
      className="fixed inset-0 z-40 flex h-(--visual-viewport-height) animate-fade items-center justify-center bg-scrim desk:p-6 phone:items-end"
    >
      <Modal
        className={`flex max-h-full w-full animate-rise flex-col overflow-hidden border border-line bg-raised shadow-overlay desk:rounded-lg ${looks[size]}`}
      >
        <AriaDialog role={role} className="flex min-h-0 flex-1 flex-col outline-none">
          <header className="flex items-start gap-3 border-b border-line py-3 pr-3 pl-5 phone:pl-4">
            <div className="min-w-0 flex-1 py-1">
              <Heading slot="title" level={2} className="text-lg font-semibold">
                {title}
              </Heading>
              {description && <div className="mt-0.5 text-ink-muted">{description}</div>}
            </div>
            {!isBusy && <IconButton label={t("Close")} icon={X} onPress={() => onOpenChange(false)} />}
          </header>
          <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto overscroll-contain px-5 py-4 phone:px-4">{children}</div>
          {footer && (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line bg-canvas px-5 py-3 phone:flex-col-reverse phone:items-stretch phone:px-4">
              {footer}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

// Said on the body, whose children the styles then hide. A rule that asks by :has() what stands inside them has the
// whole page styled anew by whatever is added to it: 13 ms of each frame in which a grid is scrolled.
function useHidesAll(doesHide: boolean): void {
  useLayoutEffect(() => {
    if (!doesHide) return;
    document.body.dataset.alone = "";
    return () => {
      delete document.body.dataset.alone;
    };
  }, [doesHide]);
}
