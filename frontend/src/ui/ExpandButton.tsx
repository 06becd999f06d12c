import { Minus, Plus } from "lucide-react";
import { IconButton, type IconButtonProps } from "./IconButton";

interface ExpandButtonProps extends Omit<IconButtonProps, "icon" | "aria-expanded" | "aria-controls"> {
  isExpanded: boolean;
  /** The id of what it opens. */
  controls?: string;
}

/** The plus sign that opens the details of a row. */
export function ExpandButton({ isExpanded, controls, ...rest }: ExpandButtonProps) {
  return (
    <IconButton
      variant="secondary"
      size="small"
      {...rest}
      icon={isExpanded ? Minus : Plus}
      aria-expanded={isExpanded}
      aria-controls={isExpanded ? controls : undefined}
    />
  );
}
