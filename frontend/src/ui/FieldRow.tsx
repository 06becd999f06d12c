import type { ReactNode } from "react";

interface FieldRowProps {
  children: ReactNode;
  columns?: 2 | 3 | 4;
}

const grids = { 2: "desk:grid-cols-2", 3: "desk:grid-cols-3", 4: "desk:grid-cols-4" };

export function FieldRow({ children, columns = 2 }: FieldRowProps) {
  return <div className={`grid items-start gap-4 ${grids[columns]}`}>{children}</div>;
}
