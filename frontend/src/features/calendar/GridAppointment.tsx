import { VisuallyHidden } from "../../ui/VisuallyHidden";
import { useAccount } from "../shell/viewer";
import { ServiceDot } from "./ServiceDot";
import { type Appointment, lookOf } from "./status";
import { clockText, wallTime } from "./wallTime";

interface Props {
  appointment: Appointment;
  // Where it is being dragged to; nothing: as it is.
  time: string | undefined;
  isShort: boolean;
}

// An appointment on the grid: when, whom, as what, and what became of it.
export function GridAppointment({ appointment, time, isShort }: Props) {
  const { timeZone } = useAccount();
  const { client, start, service, location, status } = appointment;
  const { icon: Icon, label } = lookOf(appointment);
  const what = [service?.name, location].filter(Boolean).join(" · ");
  const isOff = status === "CANCELLED" || status === "MISSED";
  return (
    <div className={`flex w-full min-w-0 gap-x-1.5 overflow-clip pr-1 pl-2 text-xs leading-4 ${isShort ? "" : "flex-col py-0.5"}`}>
      <span className={`flex min-w-0 items-center gap-1 font-semibold ${isOff ? "line-through" : ""}`}>
        {service?.colour && <ServiceDot colour={service.colour} />}
        {status !== "SCHEDULED" && <Icon aria-hidden size={12} className="shrink-0" />}
        <span translate="no" className="truncate">{client?.displayName}</span>
      </span>
      <span className={`flex min-w-0 gap-1 whitespace-nowrap ${isShort ? "ml-auto shrink-0" : ""}`}>
        <time>{time ?? (start && clockText(wallTime(start, timeZone)))}</time>
        {!isShort && what && <span translate="no" className="truncate">{what}</span>}
      </span>
      <VisuallyHidden>{isShort && service ? `${service.name}, ${label()}` : label()}</VisuallyHidden>
    </div>
  );
}
