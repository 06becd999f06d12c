import { createLink } from "@tanstack/react-router";
import type { LucideIcon } from "lucide-react";
import type { ComponentPropsWithRef } from "react";
import { type ButtonLooks, buttonClass } from "./buttonClass";

interface AnchorProps extends ComponentPropsWithRef<"a">, ButtonLooks {
  icon?: LucideIcon;
}

function ButtonAnchor({ variant, size, isIcon, icon: Icon, className = "", children, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={`${buttonClass({ variant, size, isIcon })} ${className}`}>
      {Icon && <Icon aria-hidden size={16} className="shrink-0" />}
      {children}
    </a>
  );
}

/** A router link with the looks of a button. */
export const LinkButton = createLink(ButtonAnchor);
