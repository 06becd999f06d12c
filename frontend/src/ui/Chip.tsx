import { type LucideIcon, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { t } from "../text";

interface ChipProps {
  children: ReactNode;
  onRemove?: () => void;
  removeLabel?: string;
  icon?: LucideIcon;
}

export function Chip({ children, onRemove, removeLabel, icon: Icon }: ChipProps) {
  const what = typeof children === "string" ? children : "";
  return (
    <span className={`inline-flex min-h-7 max-w-full items-center gap-1 rounded-full border border-accent-line bg-accent-soft text-sm font-medium text-accent-ink ${onRemove ? "pl-2.5" : "px-2.5"}`}>
      {Icon && <Icon aria-hidden size={14} className="shrink-0" />}
      <span className="truncate">{children}</span>
      {onRemove && (
        <Button
          onPress={onRemove}
          aria-label={removeLabel ?? t("Remove {what}", { what })}
          className="hit inline-flex shrink-0 items-center justify-center rounded-full data-hovered:bg-surface"
        >
          <X aria-hidden size={14} />
        </Button>
      )}
    </span>
  );
}
