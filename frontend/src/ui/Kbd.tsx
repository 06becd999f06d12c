import type { ReactNode } from "react";

interface KbdProps {
  children: ReactNode;
}

export function Kbd({ children }: KbdProps) {
  return (
    <kbd className="inline-flex min-w-5 items-center justify-center rounded-sm border border-b-2 border-line bg-surface px-1 font-sans text-xs leading-4 font-medium text-ink-muted">
      {children}
    </kbd>
  );
}
