import { t } from "../../../text";
import { Checkbox } from "../../../ui/Checkbox";
import { DateField } from "../../../ui/DateField";
import { FieldRow } from "../../../ui/FieldRow";
import { FormActive } from "../FormActive";
import { FormText } from "../FormText";
import type { FormProps } from "../fileScreen";
import type { DiagnosisFields } from "./diagnosisCode";

export function DiagnosisCodeForm(form: FormProps<DiagnosisFields>) {
  const { fields, set, labels, isNew } = form;
  return (
    <>
      <FieldRow>
        <FormText form={form} name="code" isRequired autoFocus={isNew} isMono spellCheck="false" maxLength={20} description={t("Such as F41.1. The dot and capitals are put in by themselves.")} />
        <FormText form={form} name="codeSet" isRequired spellCheck="false" maxLength={40} />
      </FieldRow>
      <FormText form={form} name="description" isRequired />
      <FieldRow>
        <DateField label={labels.effectiveFrom} name="effectiveFrom" value={fields.effectiveFrom} onChange={set("effectiveFrom")} min="1900-01-01" description={t("Empty: from any day.")} />
        <DateField label={labels.effectiveTo} name="effectiveTo" value={fields.effectiveTo} onChange={set("effectiveTo")} min={fields.effectiveFrom || "1900-01-01"} description={t("Empty: without an end.")} />
      </FieldRow>
      <Checkbox name="favourite" isSelected={fields.favourite} onChange={set("favourite")} description={t("Stands on top of the list. Favourites are this account's own and never copied.")}>
        {labels.favourite}
      </Checkbox>
      <FormActive form={form} />
    </>
  );
}
