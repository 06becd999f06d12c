import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface EmptyStateProps {
  icon?: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  isCompact?: boolean;
  /** Stands in place of a whole page: its title is the page's. */
  isPage?: boolean;
}

export function EmptyState({ icon: Icon, title, children, action, isCompact, isPage }: EmptyStateProps) {
  const Title = isPage ? "h1" : "p";
  return (
    <div className={`flex flex-col items-center gap-1 px-6 text-center ${isCompact ? "py-6" : "py-14"}`}>
      {Icon && (
        <span className="mb-2 inline-flex size-10 items-center justify-center rounded-lg border border-line bg-sunken text-ink-muted">
          <Icon aria-hidden size={20} />
        </span>
      )}
      <Title className="text-lg font-semibold">{title}</Title>
      {children && <div className="max-w-110 text-ink-muted">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
