import type { ReactNode } from "react";

interface FormActionsProps {
  children: ReactNode;
  note?: ReactNode;
}

export function FormActions({ children, note }: FormActionsProps) {
  return (
    <div className="flex flex-wrap items-center gap-2 pt-1 phone:flex-col phone:items-stretch">
      {children}
      {note && <div className="text-sm text-ink-muted desk:ml-2">{note}</div>}
    </div>
  );
}
