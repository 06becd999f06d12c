import type { ReactNode } from "react";

interface HeadingProps {
  level?: 2 | 3 | 4;
  id?: string;
  children: ReactNode;
  className?: string;
}

const looks = { 2: "text-lg font-semibold", 3: "text-base font-semibold", 4: "text-sm font-semibold text-ink-muted" };

export function Heading({ level = 2, id, children, className = "" }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} className={`${looks[level]} ${className}`}>
      {children}
    </Tag>
  );
}
