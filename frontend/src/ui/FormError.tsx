import { CircleAlert, RotateCw } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { t } from "../text";
import { Button } from "./Button";

interface FormErrorProps {
  error?: string | null;
  title?: string;
  onRetry?: () => void;
  isRetrying?: boolean;
  children?: ReactNode;
}

/** Why a form was not saved. Takes the focus when it appears, so that nobody looks for it. */
export function FormError({ error, title, onRetry, isRetrying, children }: FormErrorProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  if (!error) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg border border-danger-line bg-danger-soft px-3 py-2.5 text-danger-ink"
    >
      <CircleAlert aria-hidden size={18} className="mt-px shrink-0" />
      <div className="min-w-48 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        <p>{error}</p>
        {children}
      </div>
      {onRetry && (
        <Button size="small" icon={RotateCw} onPress={onRetry} isPending={isRetrying}>
          {t("Retry")}
        </Button>
      )}
    </div>
  );
}
