import type { LucideIcon } from "lucide-react";
import { type ReactNode, type Ref, useId } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { TooltipTrigger } from "react-aria-components/Tooltip";
import { type ButtonLooks, buttonClass } from "./buttonClass";
import { Spinner } from "./Spinner";
import { TooltipBubble } from "./Tooltip";
import { useWhyTooltip } from "./useWhyTooltip";
import { VisuallyHidden } from "./VisuallyHidden";

export interface ButtonProps
  extends Omit<AriaButtonProps, "children" | "className" | "isDisabled" | "style">,
    Omit<ButtonLooks, "isIcon"> {
  children: ReactNode;
  icon?: LucideIcon;
  /** Looks disabled and does nothing, but stays focusable and says why. */
  whyDisabled?: string;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ whyDisabled, ...props }: ButtonProps) {
  if (whyDisabled) return <ReasonedButton {...props} whyDisabled={whyDisabled} />;
  return <PlainButton {...props} />;
}

function PlainButton({ variant, size, icon: Icon, isPending, className = "", children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} isPending={isPending} className={`${buttonClass({ variant, size })} ${className}`}>
      {isPending ? <Spinner /> : Icon && <Icon aria-hidden size={16} className="shrink-0" />}
      {children}
    </AriaButton>
  );
}

function ReasonedButton({ whyDisabled = "", ...rest }: ButtonProps) {
  const reasonId = useId();
  const tooltip = useWhyTooltip();
  return (
    <TooltipTrigger {...tooltip.trigger}>
      <PlainButton
        {...rest}
        isPending={false}
        aria-disabled="true"
        aria-describedby={reasonId}
        // A submit button stays one: without any, Enter in a lone field would send the form.
        onClick={(event) => event.preventDefault()}
        onPress={tooltip.show}
        onPressStart={undefined}
        onPressEnd={undefined}
      />
      <VisuallyHidden id={reasonId}>{whyDisabled}</VisuallyHidden>
      <TooltipBubble text={whyDisabled} />
    </TooltipTrigger>
  );
}
