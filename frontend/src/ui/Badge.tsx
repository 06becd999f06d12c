import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type BadgeKind = "neutral" | "accent" | "success" | "warning" | "danger" | "info";

interface BadgeProps {
  kind?: BadgeKind;
  icon?: LucideIcon;
  children: ReactNode;
}

const looks: Record<BadgeKind, string> = {
  neutral: "border-line bg-sunken text-ink-muted",
  accent: "border-accent-line bg-accent-soft text-accent-ink",
  success: "border-success-line bg-success-soft text-success-ink",
  warning: "border-warning-line bg-warning-soft text-warning-ink",
  danger: "border-danger-line bg-danger-soft text-danger-ink",
  info: "border-info-line bg-info-soft text-info-ink",
};

export function Badge({ kind = "neutral", icon: Icon, children }: BadgeProps) {
  return (
    <span className={`inline-flex items-center gap-1 rounded-full border px-1.5 text-xs leading-5 font-medium whitespace-nowrap ${looks[kind]}`}>
      {Icon && <Icon aria-hidden size={12} className="shrink-0" />}
      {children}
    </span>
  );
}
