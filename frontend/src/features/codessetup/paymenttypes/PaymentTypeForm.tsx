import { t } from "../../../text";
import { FieldRow } from "../../../ui/FieldRow";
import { RadioGroup } from "../../../ui/RadioGroup";
import { FormActive } from "../FormActive";
import { FormText } from "../FormText";
import type { FormProps } from "../fileScreen";
import { type PaymentTypeFields, signOptions } from "./paymentType";

export function PaymentTypeForm(form: FormProps<PaymentTypeFields>) {
  const { fields, set, labels, isNew } = form;
  return (
    <>
      <FieldRow>
        <FormText form={form} name="code" isRequired autoFocus={isNew} isMono spellCheck="false" maxLength={10} description={t("At most ten letters or digits, such as CHECK.")} />
        <FormText form={form} name="label" isRequired />
      </FieldRow>
      <RadioGroup label={labels.sign} name="sign" options={signOptions()} value={fields.sign} onChange={set("sign")} />
      <FormActive form={form} />
    </>
  );
}
