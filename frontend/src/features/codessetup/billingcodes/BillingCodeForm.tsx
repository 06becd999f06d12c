import { t } from "../../../text";
import { FieldRow } from "../../../ui/FieldRow";
import { MoneyField } from "../../../ui/MoneyField";
import { NumberField } from "../../../ui/NumberField";
import { RadioGroup } from "../../../ui/RadioGroup";
import { FormActive } from "../FormActive";
import { FormText } from "../FormText";
import type { FormProps } from "../fileScreen";
import { type BillingFields, billToOptions } from "./billingCode";

export function BillingCodeForm(form: FormProps<BillingFields>) {
  const { fields, set, labels, isNew } = form;
  return (
    <>
      <FieldRow>
        <FormText form={form} name="code" isRequired autoFocus={isNew} isMono spellCheck="false" maxLength={5} description={t("Five letters or digits.")} />
        <FormText form={form} name="placeOfService" isRequired isMono maxLength={2} inputMode="numeric" description={t("A CMS number of two digits: 11 Office, 10 Telehealth at home, 02 Telehealth elsewhere.")} />
      </FieldRow>
      <FormText form={form} name="description" isRequired />
      <FieldRow columns={3}>
        <MoneyField label={labels.defaultCharge} name="defaultCharge" value={fields.defaultCharge} onChange={set("defaultCharge")} />
        <NumberField label={labels.defaultMinutes} name="defaultMinutes" value={fields.defaultMinutes} onChange={set("defaultMinutes")} min={1} max={1440} suffix={t("min")} description={t("Empty: none.")} />
        <NumberField label={labels.units} name="units" value={fields.units} onChange={set("units")} min={1} max={999} isRequired />
      </FieldRow>
      <RadioGroup label={labels.billTo} name="billTo" options={billToOptions()} value={fields.billTo} onChange={set("billTo")} />
      <FormActive form={form} />
    </>
  );
}
