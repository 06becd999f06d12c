import { CalendarX2 } from "lucide-react";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { useAccount } from "../shell/viewer";
import { ServiceName } from "./ServiceName";
import { type Appointment, lookOf } from "./status";
import { dayOf, dayText, spanText, wallTime } from "./wallTime";

interface Props {
  appointments: readonly Appointment[];
  onOpen: (appointment: Appointment) => void;
}

// The appointments one under the other, by day: what fits a phone, and what can be read out.
export function Agenda({ appointments, onOpen }: Props) {
  const { timeZone } = useAccount();
  const days = Map.groupBy(appointments, ({ start }) => (start ? dayOf(wallTime(start, timeZone)) : ""));
  if (days.size === 0) return <Card><EmptyState icon={CalendarX2} title={t("No appointments here")}>{t("Nothing is booked in this time.")}</EmptyState></Card>;
  return [...days].map(([day, of]) => (
    <section key={day} aria-label={dayText(`${day}T00:00`)} className="flex flex-col gap-2">
      <h2 className="text-sm font-semibold text-ink-muted">{dayText(`${day}T00:00`)}</h2>
      <ul className="flex flex-col gap-2">
        {of.map((appointment) => (
          <li key={appointment.id}>
            <AgendaItem appointment={appointment} zone={timeZone} onOpen={() => onOpen(appointment)} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function AgendaItem({ appointment, zone, onOpen }: { appointment: Appointment; zone: string; onOpen: () => void }) {
  const { client, start, minutes, location, service, serviceCode, status } = appointment;
  const { label, icon, badge } = lookOf(appointment);
  const where = [location, serviceCode].filter(Boolean).join(" · ");
  return (
    <button type="button" onClick={onOpen} className="focus-ring flex min-h-14 w-full items-center gap-3 rounded-lg border border-line bg-surface px-3.5 py-2 text-left hover:border-line-strong">
      <span className="flex min-w-0 flex-1 flex-col">
        <span translate="no" className={`truncate font-semibold ${status === "CANCELLED" ? "text-ink-muted line-through" : ""}`}>{client?.displayName}</span>
        <span className="text-ink-muted">
          <time>{start && spanText(wallTime(start, zone), minutes ?? 0)}</time>
          {where && <span translate="no"> · {where}</span>}
        </span>
        {service && <ServiceName service={service} />}
      </span>
      {status !== "SCHEDULED" && <Badge kind={badge} icon={icon}>{label()}</Badge>}
    </button>
  );
}
