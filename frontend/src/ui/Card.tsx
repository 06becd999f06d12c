import { type ReactNode, useId } from "react";
import { Heading } from "./Heading";

interface CardProps {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
  /** Without inner padding, for tables and lists. */
  isFlush?: boolean;
  headingLevel?: 2 | 3 | 4;
  id?: string;
}

export function Card({ title, description, actions, children, footer, isFlush, headingLevel = 2, id }: CardProps) {
  const titleId = useId();
  return (
    <section id={id} aria-labelledby={title ? titleId : undefined} className="min-w-0 rounded-lg border border-line bg-surface">
      {title && (
        <header className={`flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 py-3.5 phone:px-4 ${isFlush ? "border-b border-line" : "pb-0"}`}>
          <div className="min-w-0 flex-1 basis-40">
            <Heading level={headingLevel} id={titleId}>
              {title}
            </Heading>
            {description && <div className="mt-0.5 text-ink-muted">{description}</div>}
          </div>
          {actions && <div className="no-print flex max-w-full min-w-0 flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      {isFlush ? <div className="overflow-clip rounded-lg">{children}</div> : <div className="px-5 py-4 phone:px-4">{children}</div>}
      {footer && <footer className="border-t border-line px-5 py-3 phone:px-4">{footer}</footer>}
    </section>
  );
}
