import { t } from "../../text";
import { formatMoney } from "../../text/format";
import { Card } from "../../ui/Card";
import { ComboBox } from "../../ui/ComboBox";
import { DateField } from "../../ui/DateField";
import { FieldRow } from "../../ui/FieldRow";
import { MoneyField } from "../../ui/MoneyField";
import { NumberField } from "../../ui/NumberField";
import { Select } from "../../ui/Select";
import type { Edit } from "../editing/useEdit";
import { CodesField } from "./CodesField";
import { locationOptions, placeOptions } from "./placeOptions";
import { type Codes, type SessionFields, at, billToOptions, filledBy, sessionLabels } from "./sessionFields";

interface Props {
  edit: Edit<SessionFields>;
  codes: Codes;
  // Today, in the account's time zone.
  today: string;
}

export function SessionFormFields({ edit: { fields, set }, codes, today }: Props) {
  const labels = sessionLabels();
  const billing = codes.billingCodes ?? [];
  const options = billing.map(({ code, description, charge }) => ({ value: code ?? "", label: `${code} ${description}`, description: formatMoney(charge ?? 0), isData: true }));
  const known = options.some(({ value }) => value === fields.billingCode);
  const fill = (filled: Partial<SessionFields>) => {
    for (const [name, value] of Object.entries(filled)) set(name as keyof SessionFields)(value as never);
  };
  const choose = (chosen: string | null) => {
    const code = billing.find((offered) => offered.code === chosen);
    if (!code) return;
    fill({ ...filledBy(code), ...(fields.location && { placeOfService: fields.placeOfService }) });
  };
  const chooseLocation = (location: string) => fill(at(location, codes.places));
  const setUnits = (units: number | null) => {
    const usual = billing.find(({ code }) => code === fields.billingCode)?.charge;
    if (units && usual && fields.charge === usual * (fields.units ?? 1)) set("charge")(usual * units);
    set("units")(units);
  };
  return (
    <>
      <Card title={t("Service")}>
        <div className="flex flex-col gap-4">
          <FieldRow columns={3}>
            <DateField label={labels.serviceDate} name="serviceDate" value={fields.serviceDate} onChange={set("serviceDate")} max={today} isRequired autoComplete="off" />
            <ComboBox
              className="desk:col-span-2"
              label={labels.billingCode}
              name="billingCode"
              isRequired
              options={known || !fields.billingCode ? options : [{ value: fields.billingCode, label: fields.billingCode, isData: true }, ...options]}
              value={fields.billingCode || null}
              onChange={choose}
              placeholder={t("Choose a code…")}
            />
          </FieldRow>
          <FieldRow>
            <CodesField label={labels.diagnosisCodes} name="diagnosisCodes" description={t("Up to four, the main one first.")} codes={codes.diagnosisCodes ?? []} value={fields.diagnosisCodes} onChange={set("diagnosisCodes")} />
            <CodesField label={labels.modifiers} name="modifiers" description={t("Up to four, where the payer asks for them.")} codes={codes.modifiers ?? []} value={fields.modifiers} onChange={set("modifiers")} />
          </FieldRow>
          <FieldRow>
            <Select label={labels.location} name="location" options={locationOptions(codes.places)} value={fields.location} onChange={chooseLocation} description={t("For box 32 of a claim. None: at the office, or at the client's home.")} />
            <Select label={labels.placeOfService} name="placeOfService" options={placeOptions(codes.places, fields.placeOfService)} value={fields.placeOfService || null} onChange={set("placeOfService")} />
          </FieldRow>
          <FieldRow>
            <NumberField label={labels.minutes} name="minutes" value={fields.minutes} onChange={set("minutes")} min={1} max={1440} />
            <NumberField label={labels.units} name="units" value={fields.units} onChange={setUnits} min={1} max={999} />
          </FieldRow>
        </div>
      </Card>
      <Card title={t("Billing")}>
        <FieldRow columns={3}>
          <MoneyField label={labels.charge} name="charge" value={fields.charge} onChange={set("charge")} description={t("For all units together.")} />
          <Select label={labels.billTo} name="billTo" options={billToOptions()} value={fields.billTo} onChange={set("billTo")} />
          <MoneyField label={labels.paidAtSession} name="paidAtSession" value={fields.paidAtSession} onChange={set("paidAtSession")} />
        </FieldRow>
      </Card>
    </>
  );
}
