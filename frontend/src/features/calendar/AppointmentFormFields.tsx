import { t } from "../../text";
import { DateField } from "../../ui/DateField";
import { FieldRow } from "../../ui/FieldRow";
import { NumberField } from "../../ui/NumberField";
import { TextField } from "../../ui/TextField";
import { ClientPicker } from "../clientnames/ClientPicker";
import type { ClientNames } from "../clientnames/useClientNames";
import type { Edit } from "../editing/useEdit";
import { BillingCodePicker } from "./BillingCodePicker";
import { LocationField } from "./LocationField";
import { ServicePicker } from "./ServicePicker";
import type { AppointmentFields } from "./appointmentFields";
import type { Service, Services } from "./useServices";
import { clockOf, dayOf } from "./wallTime";

interface Props {
  edit: Edit<AppointmentFields>;
  names: ClientNames;
  services: Services;
  isNew: boolean;
  // Nothing, where it may be moved.
  whyNotMove: string | undefined;
}

export function AppointmentFormFields({ edit: { fields, set }, names, services, isNew, whyNotMove }: Props) {
  const fixed = { isRequired: true, isReadOnly: whyNotMove !== undefined };
  const book = (service: Service | undefined) => {
    set("service")(service?.id ?? "");
    if (!service) return;
    set("serviceCode")(service.billingCode ?? "");
    if (!whyNotMove) set("minutes")(service.minutes);
  };
  const choose = (code: string, usual: number | null) => {
    set("serviceCode")(code);
    if (isNew && usual !== null) set("minutes")(usual);
  };
  return (
    <>
      <ClientPicker name="client" names={names} value={fields.client} onChange={set("client")} isRequired autoFocus={isNew} />
      <FieldRow columns={3}>
        <DateField {...fixed} label={t("Date")} name="start" value={dayOf(fields.start)} onChange={(day) => set("start")(`${day}T${clockOf(fields.start)}`)} />
        <TextField {...fixed} label={t("Begins at")} type="time" value={clockOf(fields.start)} onChange={(clock) => set("start")(`${dayOf(fields.start)}T${clock}`)} />
        <NumberField {...fixed} label={t("Length")} name="minutes" value={fields.minutes} onChange={set("minutes")} min={5} max={1440} suffix={t("min")} />
      </FieldRow>
      {whyNotMove && <p className="-mt-2 text-sm text-ink-muted">{whyNotMove}</p>}
      <FieldRow>
        <ServicePicker services={services} value={fields.service} onChange={book} />
        <BillingCodePicker value={fields.serviceCode} onChange={choose} />
      </FieldRow>
      <LocationField value={fields.location} onChange={set("location")} />
    </>
  );
}
