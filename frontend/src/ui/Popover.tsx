import type { ReactNode, RefObject } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from "react-aria-components/Popover";
import { overlayClass } from "./overlayClass";

interface PopoverProps {
  triggerRef: RefObject<Element | null>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  label: string;
  children: ReactNode;
  placement?: AriaPopoverProps["placement"];
  className?: string;
}

export function Popover({ label, children, className = "", ...aria }: PopoverProps) {
  return (
    <AriaPopover {...aria} offset={4} className={`${overlayClass} max-w-[calc(100vw-1rem)] ${className}`}>
      <Dialog aria-label={label} className="p-3 outline-none">
        {children}
      </Dialog>
    </AriaPopover>
  );
}
