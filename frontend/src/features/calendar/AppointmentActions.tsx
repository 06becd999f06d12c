import { CalendarClock, CalendarOff, Check, MessagesSquare, ReceiptText, UserX } from "lucide-react";
import type { AppointmentStatus } from "../../gen/types";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { LinkButton } from "../../ui/LinkButton";
import { AlsoHere } from "../presence/AlsoHere";
import { useAccount } from "../shell/viewer";
import { type Appointment, hasBegun, lookOf } from "./status";

interface Props {
  appointment: Appointment;
  whyDisabled: string | undefined;
  isEditing: boolean;
  onStatus: (status: AppointmentStatus) => void;
}

// What became of an appointment, and what can become of it.
export function AppointmentActions({ appointment, whyDisabled, isEditing, onStatus }: Props) {
  const { id: account, mayEdit, timeZone } = useAccount();
  const { label, icon, badge } = lookOf(appointment);
  const isBilled = appointment.service?.billable !== false;
  const whyNotYet = whyDisabled ?? (hasBegun(appointment, timeZone) ? undefined : t("It has not begun yet: it can be kept or missed from its start on."));
  return (
    <div role="group" aria-label={t("What became of it")} className="flex flex-wrap items-center gap-2">
      <Badge kind={badge} icon={icon}>
        {label()}
      </Badge>
      <AlsoHere id={appointment.id} editing={isEditing} />
      {!isBilled && <Badge icon={ReceiptText}>{t("Not billed")}</Badge>}
      <span className="flex-1" />
      {isBilled && mayEdit("CLIENT_SESSIONS") && appointment.status !== "CANCELLED" && !whyNotYet && (
        <LinkButton size="small" icon={MessagesSquare} to="/p/$account/client-sessions/new" params={{ account }} search={{ appointment: appointment.id }}>
          {t("Make a client session")}
        </LinkButton>
      )}
      {appointment.status === "SCHEDULED" ? (
        <>
          <Button size="small" icon={Check} whyDisabled={whyNotYet} onPress={() => onStatus("KEPT")}>
            {t("Kept")}
          </Button>
          <Button size="small" icon={UserX} whyDisabled={whyNotYet} onPress={() => onStatus("MISSED")}>
            {t("Missed")}
          </Button>
          <Button size="small" icon={CalendarOff} whyDisabled={whyDisabled} onPress={() => onStatus("CANCELLED")}>
            {t("Cancel appointment")}
          </Button>
        </>
      ) : (
        <Button size="small" icon={CalendarClock} whyDisabled={whyDisabled} onPress={() => onStatus("SCHEDULED")}>
          {t("Set back to scheduled")}
        </Button>
      )}
    </div>
  );
}
