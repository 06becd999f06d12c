import { ChevronRight, Minus, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Disclosure as AriaDisclosure, DisclosurePanel, Heading } from "react-aria-components/Disclosure";

interface DisclosureProps {
  title: ReactNode;
  /** On the right of the title. */
  summary?: ReactNode;
  children: ReactNode;
  isExpanded?: boolean;
  defaultExpanded?: boolean;
  onExpandedChange?: (isExpanded: boolean) => void;
  look?: "chevron" | "plus";
  headingLevel?: 2 | 3 | 4;
}

export function Disclosure(props: DisclosureProps) {
  const { title, summary, children, look = "chevron", headingLevel = 3, ...aria } = props;
  return (
    <AriaDisclosure {...aria} className="group">
      <div className="flex items-center gap-3">
        <Heading level={headingLevel} className="min-w-0 flex-1">
          <Button slot="trigger" className="hit flex w-full items-center gap-2 rounded-md py-1 text-left font-medium data-hovered:text-accent-ink">
            {look === "chevron" ? (
              <ChevronRight aria-hidden size={16} className="shrink-0 text-ink-muted transition-transform group-data-expanded:rotate-90" />
            ) : (
              <span aria-hidden className="inline-flex size-6 shrink-0 items-center justify-center rounded-md border border-line-strong/55">
                <Plus size={14} className="group-data-expanded:hidden" />
                <Minus size={14} className="hidden group-data-expanded:block" />
              </span>
            )}
            {title}
          </Button>
        </Heading>
        {summary}
      </div>
      <DisclosurePanel className={look === "chevron" ? "pl-6" : "pl-8"}>{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
