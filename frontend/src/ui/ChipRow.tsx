import type { ReactNode } from "react";
import { t } from "../text";
import { Button } from "./Button";

interface ChipRowProps {
  label: string;
  children: ReactNode;
  onClear?: () => void;
}

/** The filters in force. */
export function ChipRow({ label, children, onClear }: ChipRowProps) {
  return (
    <div role="group" aria-label={label} className="flex flex-wrap items-center gap-2">
      {children}
      {onClear && (
        <Button variant="quiet" size="small" onPress={onClear}>
          {t("Clear all")}
        </Button>
      )}
    </div>
  );
}
