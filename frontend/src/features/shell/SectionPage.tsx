import type { ReactNode } from "react";
import type { Section } from "../../gen/types";
import { ForbiddenSection } from "./ForbiddenSection";
import { useAccount } from "./viewer";

// A page of a section: where the section may not be entered, nothing of it is even asked for.
export function SectionPage({ section, children }: { section: Section; children: ReactNode }) {
  const account = useAccount();
  if (!account.mayView(section)) return <ForbiddenSection section={section} />;
  return <div className="page">{children}</div>;
}
