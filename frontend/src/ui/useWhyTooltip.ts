import { useState } from "react";

/** A tooltip that a tap opens too: on a touch screen there is no hovering, and the reason must be readable there. */
export function useWhyTooltip() {
  const [isOpen, setOpen] = useState(false);
  return {
    trigger: { isOpen, onOpenChange: setOpen, delay: 200, closeDelay: 100, shouldCloseOnPress: false },
    show: () => setOpen(true),
  };
}
