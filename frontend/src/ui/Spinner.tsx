import { LoaderCircle } from "lucide-react";

interface SpinnerProps {
  label?: string;
  size?: number;
}

export function Spinner({ label, size = 16 }: SpinnerProps) {
  return (
    <span role={label ? "status" : undefined} className="inline-flex items-center gap-2 text-ink-muted">
      <LoaderCircle aria-hidden size={size} className="animate-spin text-current" />
      {label}
    </span>
  );
}
