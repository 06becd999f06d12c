import { type ReactElement, type RefObject, useRef, useState } from "react";
import type { ButtonProps } from "react-aria-components/Button";
import type { PopoverProps } from "react-aria-components/Popover";
import { later } from "./later";
import type { MenuSection } from "./menuEntry";
import type { MenuFocus } from "./MenuPopover";

const LaterMenuPopover = later(() => import("./MenuPopover").then((module) => module.MenuPopover));

type TriggerProps = Pick<ButtonProps, "aria-haspopup" | "aria-expanded" | "onPressStart" | "onPress" | "onKeyDown"> & {
  ref: RefObject<HTMLButtonElement | null>;
};

interface MenuProps {
  /** Draws a Button or IconButton with what makes it open the menu. */
  trigger: (props: TriggerProps) => ReactElement;
  label: string;
  sections: readonly MenuSection[];
  placement?: PopoverProps["placement"];
}

export function Menu({ trigger, label, sections, placement = "bottom end" }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [focus, setFocus] = useState<MenuFocus>(true);
  const open = (at: MenuFocus) => {
    setFocus(at);
    setOpen(true);
  };
  return (
    <>
      {trigger({ ref: button, "aria-haspopup": "menu", "aria-expanded": isOpen, ...openedBy(open) })}
      <LaterMenuPopover triggerRef={button} isOpen={isOpen} onOpenChange={setOpen} label={label} sections={sections} placement={placement} autoFocus={focus} />
    </>
  );
}

// As menus of the system do: when the mouse goes down, when a finger goes up, and with the arrows.
function openedBy(open: (at: MenuFocus) => void): Pick<TriggerProps, "onPressStart" | "onPress" | "onKeyDown"> {
  const isMouse = (pointer: string) => pointer === "mouse" || pointer === "pen";
  return {
    onPressStart: ({ pointerType }) => {
      if (isMouse(pointerType)) open(true);
    },
    onPress: ({ pointerType }) => {
      if (!isMouse(pointerType)) open(pointerType === "touch" ? true : "first");
    },
    onKeyDown: (event) => {
      if (event.key === "ArrowDown") open("first");
      else if (event.key === "ArrowUp") open("last");
      else return event.continuePropagation();
      event.preventDefault();
    },
  };
}
