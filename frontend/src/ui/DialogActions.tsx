import type { ReactNode } from "react";

/** What ends a form in a dialog: the way out, and last what sends it, at the end of the line or on top on a phone. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap justify-end gap-2 phone:flex-col-reverse">{children}</div>;
}
