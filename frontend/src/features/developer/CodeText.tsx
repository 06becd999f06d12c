import { Copy } from "lucide-react";
import { t } from "../../text";
import { IconButton } from "../../ui/IconButton";
import { toast } from "../../ui/toast";

// Code to read, and to take away.
export function CodeText({ label, children }: { label: string; children: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(children);
    toast({ text: t("The code is copied.") });
  };
  return (
    <div className="relative min-w-0 rounded-md border border-line bg-canvas">
      <pre translate="no" tabIndex={0} role="region" aria-label={label} className="overflow-x-auto py-3 pr-12 pl-4 font-mono text-sm">
        {children}
      </pre>
      <div className="absolute top-1 right-1 rounded-md bg-canvas">
        <IconButton label={t("Copy: {what}", { what: label })} icon={Copy} onPress={() => void copy()} />
      </div>
    </div>
  );
}
