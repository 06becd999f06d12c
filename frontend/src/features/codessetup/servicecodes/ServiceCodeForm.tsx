import { t } from "../../../text";
import { Checkbox } from "../../../ui/Checkbox";
import { FieldRow } from "../../../ui/FieldRow";
import { NumberField } from "../../../ui/NumberField";
import { Select } from "../../../ui/Select";
import { FormActive } from "../FormActive";
import { FormText } from "../FormText";
import type { FormProps } from "../fileScreen";
import { BillingCodeField } from "./BillingCodeField";
import { colourName, colours } from "../../masterfiles/serviceColour";
import type { ServiceFields } from "./serviceCode";

export function ServiceCodeForm(form: FormProps<ServiceFields>) {
  const { fields, set, labels, isNew } = form;
  return (
    <>
      <FormText form={form} name="name" isRequired autoFocus={isNew} description={t("What is booked in the calendar.")} />
      <FieldRow>
        <NumberField label={labels.minutes} name="minutes" value={fields.minutes} onChange={set("minutes")} min={1} max={1440} suffix={t("min")} isRequired />
        <Select label={labels.colour} name="colour" options={colours.map((colour) => ({ value: colour, label: colourName(colour) }))} value={fields.colour} onChange={set("colour")} />
      </FieldRow>
      <BillingCodeField label={labels.billingCode} value={fields.billingCode} onChange={set("billingCode")} isRequired={fields.billable} />
      <Checkbox name="billable" isSelected={fields.billable} onChange={set("billable")} description={t("What is billed needs a billing code.")}>
        {labels.billable}
      </Checkbox>
      <FormActive form={form} />
    </>
  );
}
