import type { ReactElement } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger, type TooltipProps as AriaTooltipProps } from "react-aria-components/Tooltip";

interface TooltipProps {
  text: string;
  children: ReactElement;
  placement?: AriaTooltipProps["placement"];
  delay?: number;
}

/** More about a control; its name must not depend on it. */
export function Tooltip({ text, children, placement = "top", delay = 500 }: TooltipProps) {
  return (
    <TooltipTrigger delay={delay} closeDelay={100}>
      {children}
      <TooltipBubble text={text} placement={placement} />
    </TooltipTrigger>
  );
}

interface TooltipBubbleProps {
  text: string;
  placement?: AriaTooltipProps["placement"];
}

export function TooltipBubble({ text, placement = "top" }: TooltipBubbleProps) {
  return (
    <AriaTooltip
      placement={placement}
      offset={6}
      className="max-w-72 animate-fade rounded-md border border-line bg-ink px-2 py-1 text-sm text-canvas shadow-overlay"
    >
      {text}
    </AriaTooltip>
  );
}
