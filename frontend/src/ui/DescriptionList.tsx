import type { ReactNode } from "react";

interface DescriptionRow {
  label: string;
  value: ReactNode;
  key?: string;
}

interface DescriptionListProps {
  rows: readonly DescriptionRow[];
  columns?: 1 | 2 | 3;
  look?: "rows" | "stacked";
}

const grids = { 1: "", 2: "desk:grid-cols-2", 3: "desk:grid-cols-2 lg:grid-cols-3" };

export function DescriptionList({ rows, columns = 1, look = "rows" }: DescriptionListProps) {
  const row = look === "rows" ? "grid grid-cols-[10rem_1fr] gap-3 phone:grid-cols-1 phone:gap-0" : "flex flex-col";
  return (
    <dl className={`grid gap-x-8 gap-y-3 ${grids[columns]}`}>
      {rows.map((item) => (
        <div key={item.key ?? item.label} className={row}>
          <dt className="text-ink-muted">{item.label}</dt>
          <dd className="min-w-0 wrap-anywhere">{item.value ?? "–"}</dd>
        </div>
      ))}
    </dl>
  );
}
