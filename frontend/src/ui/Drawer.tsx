import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { t } from "../text";
import { IconButton } from "./IconButton";

interface DrawerProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  hideTitle?: boolean;
  children: ReactNode;
  footer?: ReactNode;
  side?: "left" | "right";
}

export function Drawer({ isOpen, onOpenChange, title, hideTitle, children, footer, side = "right" }: DrawerProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className={`fixed inset-0 z-40 flex h-(--visual-viewport-height) animate-fade bg-scrim ${side === "right" ? "justify-end" : "justify-start"}`}
    >
      <Modal className="flex h-full w-full max-w-100 flex-col border-line bg-raised shadow-overlay phone:max-w-[calc(100%-3rem)]">
        <AriaDialog className="flex min-h-0 flex-1 flex-col outline-none">
          <header className="flex items-center gap-3 border-b border-line py-2 pr-2 pl-4">
            <Heading slot="title" level={2} className={hideTitle ? "sr-only" : "min-w-0 flex-1 text-lg font-semibold"}>
              {title}
            </Heading>
            <IconButton label={t("Close")} icon={X} onPress={() => onOpenChange(false)} className="ml-auto" />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-4">{children}</div>
          {footer && <footer className="flex flex-wrap justify-end gap-2 border-t border-line p-3">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
