import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface FactProps {
  label: string;
  children: ReactNode;
  icon?: LucideIcon;
}

/** A small label over its value; stands in Facts. */
export function Fact({ label, children, icon: Icon }: FactProps) {
  return (
    <div className="min-w-0">
      <dt className="flex items-center gap-1 text-xs text-ink-muted">
        {Icon && <Icon aria-hidden size={12} />}
        {label}
      </dt>
      <dd className="font-medium wrap-anywhere">{children}</dd>
    </div>
  );
}
