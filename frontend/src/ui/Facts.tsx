import type { ReactNode } from "react";

interface FactsProps {
  children: ReactNode;
}

/** A row of Fact. */
export function Facts({ children }: FactsProps) {
  return <dl className="flex flex-wrap gap-x-8 gap-y-3">{children}</dl>;
}
