import type { LucideIcon } from "lucide-react";
import { type Ref, useId } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { TooltipTrigger } from "react-aria-components/Tooltip";
import { type ButtonLooks, buttonClass } from "./buttonClass";
import { Spinner } from "./Spinner";
import { TooltipBubble } from "./Tooltip";
import { useWhyTooltip } from "./useWhyTooltip";
import { VisuallyHidden } from "./VisuallyHidden";

export interface IconButtonProps
  extends Omit<AriaButtonProps, "children" | "className" | "isDisabled" | "style" | "aria-label">,
    Omit<ButtonLooks, "isIcon"> {
  label: string;
  icon: LucideIcon;
  whyDisabled?: string;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton(props: IconButtonProps) {
  const { label, icon: Icon, variant = "quiet", size, isPending, whyDisabled, className = "", ...rest } = props;
  const reasonId = useId();
  const why = useWhyTooltip();
  const refusal = { type: "button", "aria-disabled": "true", "aria-describedby": reasonId, onPress: why.show } as const;
  return (
    <TooltipTrigger {...(whyDisabled ? why.trigger : { delay: 500, closeDelay: 100 })}>
      <AriaButton
        {...rest}
        {...(whyDisabled ? refusal : {})}
        isPending={isPending}
        aria-label={label}
        className={`${buttonClass({ variant, size, isIcon: true })} ${className}`}
      >
        {isPending ? <Spinner /> : <Icon aria-hidden size={16} />}
      </AriaButton>
      {whyDisabled && <VisuallyHidden id={reasonId}>{whyDisabled}</VisuallyHidden>}
      <TooltipBubble text={whyDisabled ? `${label}: ${whyDisabled}` : label} />
    </TooltipTrigger>
  );
}
