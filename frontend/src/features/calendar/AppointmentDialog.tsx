import { AddAppointmentDocument, EditAppointmentDocument } from "../../gen/documents/features/calendar/Appointments";
import { BookableClientsDocument } from "../../gen/documents/features/calendar/BookableClients";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import type { ClientName } from "../clientnames/clientName";
import { useClientNames } from "../clientnames/useClientNames";
import { EditDialog } from "../editing/EditDialog";
import { FactsDialog } from "../editing/FactsDialog";
import type { Saved } from "../editing/draft";
import { useWhyNoForm } from "../editing/useWhyNoForm";
import { useAccount } from "../shell/viewer";
import { AppointmentActions } from "./AppointmentActions";
import { AppointmentFormFields } from "./AppointmentFormFields";
import { type AppointmentFields, appointmentInput, appointmentWords, onTheWall, savedAppointment } from "./appointmentFields";
import { type Appointment, isMovable, lookOf } from "./status";
import { tell } from "./told";
import type { Changes } from "./useChanges";
import { useServices } from "./useServices";
import { whenText } from "./wallTime";

interface Props {
  // Absent, a new one is booked.
  appointment: Appointment | null;
  saved: Saved<AppointmentFields>;
  // Clients whose names are known already.
  known: readonly ClientName[];
  changes: Changes;
  again: () => void;
  onClose: () => void;
}

export function AppointmentDialog({ appointment, saved, known, changes, again, onClose }: Props) {
  const { id: account, timeZone: zone } = useAccount();
  const whyNot = useWhyNoForm("CALENDAR");
  const names = useClientNames(BookableClientsDocument, known);
  const services = useServices(appointment?.service);
  const adding = useSave(AddAppointmentDocument);
  const editing = useSave(EditAppointmentDocument);
  const { isPending, problems, clear } = appointment ? editing : adding;

  const save = async (version: number, fields: AppointmentFields) => {
    const input = appointmentInput(fields, zone);
    const answer = appointment
      ? (await editing.save({ account, id: appointment.id, version, input }))?.editAppointment
      : (await adding.save({ account, input }))?.addAppointment;
    again();
    if (!answer?.appointment) return undefined;
    const told = { name: answer.appointment.client?.displayName ?? "", when: whenText(fields.start) };
    const text = appointment ? t("{name}, {when}: saved.", told) : t("{name} is booked for {when}.", told);
    tell({ text, overlapping: answer.overlapping, zone });
    return savedAppointment(answer.appointment, zone);
  };

  const words = appointmentWords((id) => names.nameOf(id)?.displayName, services.nameOf, zone);
  const title = appointment ? t("Appointment") : t("Book an appointment");
  const note = appointment && whenText(saved.fields.start);
  if (whyNot) return <FactsDialog title={title} note={appointment && lookOf(appointment).label()} words={words} fields={saved.fields} whyNotEdit={whyNot} onClose={onClose} />;
  return (
    <EditDialog section="CALENDAR" title={title} note={note} words={words} saved={saved} save={save} problems={onTheWall(problems, zone)} isPending={isPending} clear={clear} onClose={onClose}>
      {(edit) => (
        <>
          {appointment && (
            <AppointmentActions
              appointment={appointment}
              whyDisabled={edit.isDirty ? t("Save or discard the changes first.") : undefined}
              isEditing={edit.isDirty}
              onStatus={(status) => void changes.setStatus(appointment, status).then((done) => done && onClose())}
            />
          )}
          <AppointmentFormFields
            edit={edit}
            names={names}
            services={services}
            isNew={!appointment}
            whyNotMove={!appointment || isMovable(appointment) || appointment.status === "CANCELLED" ? undefined : t("It was kept or missed, so it stays at its time. Set it back to scheduled to move it.")}
          />
        </>
      )}
    </EditDialog>
  );
}
