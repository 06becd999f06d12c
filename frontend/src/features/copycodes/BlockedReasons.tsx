import { Ban } from "lucide-react";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import type { Entry } from "./choices";

export interface BlockedProps {
  by: readonly Entry[];
  // The provider whose account is copied to.
  to: string;
}

// Why an entry is not copied as things are chosen, and what to do.
export function BlockedReasons({ by, to }: BlockedProps) {
  return (
    <div className="flex w-full flex-wrap items-start gap-x-3 gap-y-1 pb-1 pl-7 text-sm">
      <Badge kind="danger" icon={Ban}>
        {t("Blocked")}
      </Badge>
      <ul className="min-w-0 flex-1">
        {by.map((entry) => (
          <li key={entry.id}>{reason(entry, to)}</li>
        ))}
      </ul>
    </div>
  );
}

const reason = ({ label, state }: Entry, to: string): string =>
  state === "CONFLICT"
    ? t("It uses {label}, which differs in the account of {provider}. Replace that one, or choose this one to use theirs.", { label, provider: to })
    : t("It needs {label}, which the account of {provider} does not have. Choose this one, and both are copied.", { label, provider: to });
