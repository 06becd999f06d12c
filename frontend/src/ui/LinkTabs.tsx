import type { ReactNode } from "react";

interface LinkTabsProps {
  label: string;
  children: ReactNode;
}

/** Pages beside each other. They are links, and so is what assistive technology is told. */
export function LinkTabs({ label, children }: LinkTabsProps) {
  return (
    <nav aria-label={label} className="no-print scroll-x border-b border-line [scrollbar-width:none] phone:-mx-4 phone:max-w-none phone:px-4">
      <div className="flex w-max gap-1 desk:w-auto desk:flex-wrap">{children}</div>
    </nav>
  );
}
