import { ChevronRight, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "../text";
import { takeFocusFromPage } from "./focusHeading";

interface Crumb {
  label: string;
  /** A TextLink; the last crumb is where one is, and has none. */
  link?: ReactNode;
}

interface PageHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  breadcrumbs?: readonly Crumb[];
  badge?: ReactNode;
  icon?: LucideIcon;
}

export function PageHeader({ title, description, actions, breadcrumbs, badge, icon: Icon }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        {breadcrumbs && <Breadcrumbs crumbs={breadcrumbs} />}
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          {Icon && <Icon aria-hidden size={22} className="shrink-0 text-ink-muted" />}
          <h1 ref={takeFocusFromPage} className="min-w-0 text-2xl font-semibold tracking-tight text-balance">{title}</h1>
          {badge}
        </div>
        {description && <div className="mt-1 max-w-170 text-pretty text-ink-muted">{description}</div>}
      </div>
      {actions && <div className="no-print flex flex-wrap items-center gap-2 phone:w-full">{actions}</div>}
    </header>
  );
}

interface BreadcrumbsProps {
  crumbs: readonly Crumb[];
}

function Breadcrumbs({ crumbs }: BreadcrumbsProps) {
  return (
    <nav aria-label={t("Breadcrumbs")} className="mb-1 text-sm">
      <ol className="flex flex-wrap items-center gap-1 text-ink-muted">
        {crumbs.map((crumb, index) => (
          <li key={crumb.label} className="flex items-center gap-1 [&_a]:inline-flex [&_a]:min-h-6 [&_a]:items-center phone:[&_a]:min-h-11" aria-current={crumb.link ? undefined : "page"}>
            {index > 0 && <ChevronRight aria-hidden size={14} />}
            {crumb.link ?? crumb.label}
          </li>
        ))}
      </ol>
    </nav>
  );
}
