import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";

interface RowActionProps {
  onPress: () => void;
  children: ReactNode;
}

/** The keyboard's way to a row's action. */
export function RowAction({ onPress, children }: RowActionProps) {
  return (
    <Button
      onPress={onPress}
      data-row-action=""
      className="hit rounded-sm text-left font-medium decoration-accent-line underline-offset-3 data-hovered:text-accent-ink data-hovered:underline"
    >
      {children}
    </Button>
  );
}
