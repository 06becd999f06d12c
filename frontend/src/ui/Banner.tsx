import { type LucideIcon, X } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "../text";
import { IconButton } from "./IconButton";
import { type Kind, kindBox, kindIcon, kindInk } from "./kind";

interface BannerProps {
  kind?: Kind;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  icon?: LucideIcon;
  onDismiss?: () => void;
  isCompact?: boolean;
  /** "status" or "alert" for what appears while a person works; nothing for what is there from the start. */
  role?: "status" | "alert";
}

export function Banner({ kind = "info", title, children, actions, icon, onDismiss, isCompact, role }: BannerProps) {
  const Icon = icon ?? kindIcon(kind);
  return (
    <div
      role={role}
      className={`flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg border ${kindBox(kind)} ${isCompact ? "px-3 py-1.5" : "px-3.5 py-2.5"}`}
    >
      <Icon aria-hidden size={18} className={`mt-px shrink-0 ${kindInk(kind)}`} />
      <div className="min-w-40 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className={title ? "text-ink-muted" : ""}>{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2 phone:w-full">{actions}</div>}
      {onDismiss && <IconButton label={t("Dismiss")} icon={X} size="small" onPress={onDismiss} className="-my-1 phone:-my-2.5" />}
    </div>
  );
}
