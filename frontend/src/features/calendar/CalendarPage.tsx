import { CalendarPlus } from "lucide-react";
import { useState } from "react";
import { BookableClientsDocument } from "../../gen/documents/features/calendar/BookableClients";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { PageHeader } from "../../ui/PageHeader";
import { Skeleton } from "../../ui/Skeleton";
import { later } from "../../ui/later";
import { useIsPhone } from "../../ui/useIsPhone";
import { ClientChip } from "../clientnames/ClientChip";
import { useClientNames } from "../clientnames/useClientNames";
import { Printable } from "../reports/Printable";
import type { Sheet } from "../reports/PrintSheet";
import { CannotLoad } from "../shell/CannotLoad";
import { SectionPage } from "../shell/SectionPage";
import { useTitle } from "../shell/useTitle";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { useAccount } from "../shell/viewer";
import { Agenda } from "./Agenda";
import { CalendarToolbar } from "./CalendarToolbar";
import { PrintAppointments } from "./PrintAppointments";
import { usualMinutes } from "./appointmentFields";
import { daysOf } from "./range";
import type { Appointment } from "./status";
import { useAppointments } from "./useAppointments";
import { type Slot, useChanges } from "./useChanges";
import { useShownDays } from "./useShownDays";

const LaterTimeGrid = later(() => import("./TimeGrid").then((module) => module.TimeGrid), () => <Skeleton rows={14} label={t("Loading the calendar")} />);
const LaterOpened = later(() => import("./Opened").then((module) => module.Opened));

export function CalendarPage() {
  return (
    <SectionPage section="CALENDAR">
      <Printable>{(print) => <Calendar print={print} />}</Printable>
    </SectionPage>
  );
}

function Calendar({ print }: { print: (sheet: Sheet) => void }) {
  const { mayEdit } = useAccount();
  const isPhone = useIsPhone();
  const whyNot = useWhyNotEdit("CALENDAR");
  const { client, view, day, setView, step, today, showAll } = useShownDays(isPhone);
  const { appointments, isFirst, isReading, problems, again } = useAppointments(daysOf(view, day), client);
  const names = useClientNames(BookableClientsDocument, appointments.flatMap((one) => one.client ?? []), client);
  const [opened, open] = useState<Appointment | Slot | null>(null);
  const changes = useChanges(again, open);
  useTitle(t("Calendar"));

  const book = () => open({ start: `${day}T09:00`, minutes: usualMinutes });

  const body = () => {
    if (problems.length > 0 && appointments.length === 0) return <CannotLoad problems={problems} onRetry={again} />;
    if (isFirst) return <Skeleton rows={16} label={t("Loading the appointments")} />;
    if (!isPhone && view !== "list" && view !== "year") {
      return (
        <div className={view === "month" ? "h-[calc(100dvh-13.5rem)] min-h-120" : "min-h-164"}>
          <LaterTimeGrid view={view} day={day} appointments={appointments} mayEdit={!whyNot} onOpen={open} onBook={open} onMove={changes.move} />
        </div>
      );
    }
    if (isReading && appointments.length === 0) return <Skeleton rows={4} label={t("Loading the appointments")} />;
    return <Agenda appointments={appointments} onOpen={open} />;
  };
  return (
    <>
      <PageHeader
        title={t("Calendar")}
        badge={!mayEdit("CALENDAR") && <Badge>{t("View Only")}</Badge>}
        actions={
          <>
            <PrintAppointments view={view} day={day} client={client} print={print} />
            <Button variant="primary" icon={CalendarPlus} whyDisabled={whyNot} onPress={book}>
              {t("Book an appointment")}
            </Button>
          </>
        }
      />
      <CalendarToolbar view={view} day={day} isPhone={isPhone} isOfOneClient={client !== undefined} onView={setView} onStep={step} onToday={today} />
      {client && <ClientChip names={names} client={client} onRemove={showAll} />}
      {body()}
      <LaterOpened opened={opened} appointments={appointments} changes={changes} again={again} onClose={() => open(null)} />
    </>
  );
}
