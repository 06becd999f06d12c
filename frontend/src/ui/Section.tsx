import { type ReactNode, useId } from "react";
import { Heading } from "./Heading";

interface SectionProps {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  headingLevel?: 2 | 3 | 4;
  id?: string;
}

export function Section({ title, description, actions, children, headingLevel = 2, id }: SectionProps) {
  const titleId = useId();
  return (
    <section id={id} aria-labelledby={titleId} className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <Heading level={headingLevel} id={titleId}>
            {title}
          </Heading>
          {description && <div className="mt-0.5 text-ink-muted">{description}</div>}
        </div>
        {actions && <div className="no-print flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
