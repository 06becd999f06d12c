import type { ReactNode } from "react";
import { t } from "../../text";
import { Card } from "../../ui/Card";
import { ComboBox } from "../../ui/ComboBox";
import { FieldRow } from "../../ui/FieldRow";
import { TextField, type TextFieldProps } from "../../ui/TextField";
import type { Edit } from "../editing/useEdit";
import { timeZones } from "../signin/timeZones";
import { AddressGroup } from "./AddressGroup";
import { type PracticeField, type PracticeFields, practiceLabels } from "./practiceFields";
import { TaxIdFields } from "./TaxIdFields";

export function PracticeFormGroups({ edit: { fields, base, set } }: { edit: Edit<PracticeFields> }) {
  const labels = practiceLabels();
  const text = (name: Exclude<PracticeField, "taxIdKind">, more: Partial<TextFieldProps> = {}) => (
    <TextField label={labels[name]} name={name} value={fields[name]} onChange={set(name)} autoComplete="off" {...more} />
  );
  return (
    <>
      <Card title={t("Practice")}>
        <Fields>
          <FieldRow>
            {text("practiceName", { isRequired: true, maxLength: 200 })}
            {text("practiceType", { description: t("Such as Group practice.") })}
          </FieldRow>
          <FieldRow>
            {text("email", { type: "email", isRequired: true, description: t("Notices to the owner go here. Another address asks whether it is still you, and the one before is told.") })}
            {text("phone", { type: "tel", inputMode: "tel" })}
          </FieldRow>
          <FieldRow>
            <ComboBox label={labels.timeZone} name="timeZone" options={timeZones(fields.timeZone)} value={fields.timeZone} onChange={(zone) => set("timeZone")(zone ?? "")} isRequired description={t("All times of this account are shown in it.")} />
          </FieldRow>
          <TaxIdFields fields={fields} saved={base.fields} set={set} />
        </Fields>
      </Card>
      <Card title={t("Provider")}>
        <Fields>
          <FieldRow>
            {text("providerName", { isRequired: true, maxLength: 200, description: t("So the account is called in the Provider drop-down.") })}
            {text("credentials", { description: t("Such as LCSW or PsyD.") })}
          </FieldRow>
          <FieldRow>
            {text("licenseNumber")}
            {text("licenseState", { maxLength: 2, description: t("Two letters, such as NY.") })}
          </FieldRow>
          <FieldRow>
            {text("npi", { inputMode: "numeric", maxLength: 10, description: t("The provider's ten digits. The last one checks the others.") })}
            {text("taxonomy", { maxLength: 10, description: t("Ten characters, such as 101YM0800X.") })}
          </FieldRow>
        </Fields>
      </Card>
      <Card title={t("Addresses")}>
        <div className="flex flex-col gap-6">
          <AddressGroup name="office" title={t("Office")} fields={fields} set={set} />
          <AddressGroup name="billing" title={t("Billing address")} sameAs={t("The same as the office")} fields={fields} set={set} />
          <AddressGroup name="payTo" title={t("Pay-to address")} sameAs={t("The same as the billing address")} fields={fields} set={set} />
        </div>
      </Card>
      <Card title={t("Invoices")}>{text("invoiceFooter", { rows: 3, maxLength: 500, description: t("Such as how to pay, and whom to call.") })}</Card>
    </>
  );
}

function Fields({ children }: { children: ReactNode }) {
  return <div className="flex flex-col gap-4">{children}</div>;
}
