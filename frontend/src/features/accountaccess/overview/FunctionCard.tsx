import type { LucideIcon } from "lucide-react";
import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "../../../ui/Card";

interface Props {
  icon: LucideIcon;
  // A link to the page of the same name.
  title: ReactNode;
  // What it is for, in one sentence.
  sentence: string;
  // How things stand.
  children: ReactNode;
  // The way in.
  action: ReactNode;
  // Why the viewer can only look at it, if so.
  whyNot?: string;
}

export function FunctionCard({ icon: Icon, title, sentence, children, action, whyNot }: Props) {
  return (
    <Card
      title={title}
      description={sentence}
      actions={<Icon aria-hidden size={20} strokeWidth={1.7} className="text-ink-faint" />}
      footer={
        <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-2">
          {action}
          {whyNot && (
            <p className="flex min-w-40 flex-1 items-start gap-1.5 text-sm text-ink-muted">
              <Lock aria-hidden size={14} className="mt-0.5 shrink-0" />
              {whyNot}
            </p>
          )}
        </div>
      }
    >
      {children}
    </Card>
  );
}
