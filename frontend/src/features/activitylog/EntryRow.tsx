import { Siren } from "lucide-react";
import { memo } from "react";
import { t } from "../../text";
import type { Zone } from "../../text/format";
import { Badge } from "../../ui/Badge";
import { Disclosure } from "../../ui/Disclosure";
import { useAccount } from "../shell/viewer";
import type { Entry } from "./entry";
import { EntryDetails } from "./EntryDetails";
import { timeOf } from "./moment";
import { OutcomeBadge } from "./OutcomeBadge";
import { kindOf, sentenceOf } from "./sentence";
import { SentenceText } from "./SentenceText";

interface Props {
  entry: Entry;
  zone: Zone;
  isOpen: boolean;
  onToggle: (entry: string) => void;
}

// An entry as a sentence; its details open in place.
export const EntryRow = memo(function EntryRow({ entry, zone, isOpen, onToggle }: Props) {
  const account = useAccount();
  const { icon: Icon } = kindOf(entry.code);
  const iso = entry.occurredAt ?? "";
  return (
    <li className="border-b border-line px-3 py-1 last:border-b-0 data-open:bg-sunken/40" data-open={isOpen || undefined}>
      <Disclosure
        isExpanded={isOpen}
        onExpandedChange={() => onToggle(entry.id)}
        title={
          <span className="flex min-w-0 flex-1 items-start gap-3 font-normal text-ink phone:flex-wrap phone:gap-x-2 phone:gap-y-0.5">
            <time dateTime={iso} className="w-17 shrink-0 text-right text-sm leading-5 text-ink-muted tabular-nums phone:w-auto phone:text-left">
              {iso && timeOf(iso, zone)}
            </time>
            <Icon aria-hidden size={16} className="mt-0.5 shrink-0 text-ink-muted" />
            <span className="min-w-0 flex-1 wrap-anywhere phone:basis-full">
              <SentenceText>{sentenceOf(entry, { account: account.id, zone })}</SentenceText>
            </span>
            {entry.emergency && <Badge kind="danger" icon={Siren}>{t("Emergency")}</Badge>}
            {entry.outcome !== "OK" && <OutcomeBadge outcome={entry.outcome} />}
          </span>
        }
      >
        {isOpen && <EntryDetails entry={entry} zone={zone} />}
      </Disclosure>
    </li>
  );
});
