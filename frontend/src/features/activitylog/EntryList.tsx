import { useMemo } from "react";
import type { Zone } from "../../text/format";
import { useOpenItems } from "../../ui/useOpenItems";
import { byDay } from "./byDay";
import type { Entry } from "./entry";
import { EntryRow } from "./EntryRow";

interface Props {
  entries: readonly Entry[];
  zone: Zone;
  // What is shown answers the filter before.
  isBusy?: boolean;
}

export function EntryList({ entries, zone, isBusy = false }: Props) {
  const [open, toggle] = useOpenItems();
  const days = useMemo(() => byDay(entries, zone), [entries, zone]);
  return (
    <div aria-busy={isBusy || undefined} className={isBusy ? "opacity-60" : ""}>
      {days.map(({ day, entries: ofDay }) => (
        <section key={day} aria-label={day}>
          <h2 className="sticky top-14 z-10 border-y border-line bg-sunken px-5 py-1.5 text-sm font-semibold text-ink-muted phone:px-4">{day}</h2>
          <ul>
            {ofDay.map((entry) => (
              <EntryRow key={entry.id} entry={entry} zone={zone} isOpen={open.has(entry.id)} onToggle={toggle} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
