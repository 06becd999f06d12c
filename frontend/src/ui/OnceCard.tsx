import { Copy, type LucideIcon } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./Button";
import { Heading } from "./Heading";
import { toast } from "./toast";

interface OnceCardProps {
  title: string;
  /** What it belongs to, where the title does not tell. */
  belongsTo?: string;
  secret: string;
  /** What to do with it, and what it can do. */
  children: ReactNode;
  copyLabel: string;
  copied: string;
  /** Takes the card away, and the secret with it. */
  close: { label: string; icon: LucideIcon; onPress: () => void };
}

/** What is shown this once: a token, an address, a secret, a code. It takes the focus. */
export function OnceCard({ title, belongsTo, secret, children, copyLabel, copied, close }: OnceCardProps) {
  const id = useId();
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus(), []);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    toast({ text: copied });
  };
  return (
    <section ref={card} tabIndex={-1} aria-labelledby={id} className="flex flex-col gap-3 rounded-lg border border-success-line bg-surface px-5 py-4 outline-none phone:px-4">
      <Heading level={2} id={id}>
        {title}
      </Heading>
      {belongsTo && <p translate="no" className="wrap-anywhere text-ink-muted">{belongsTo}</p>}
      <p translate="no" className="rounded-md border bg-canvas px-4 py-3 font-mono wrap-anywhere select-all">{secret}</p>
      {children}
      <div className="flex flex-wrap gap-2 phone:flex-col">
        <Button variant="primary" icon={Copy} onPress={() => void copy()}>
          {copyLabel}
        </Button>
        <Button icon={close.icon} onPress={close.onPress}>
          {close.label}
        </Button>
      </div>
    </section>
  );
}
