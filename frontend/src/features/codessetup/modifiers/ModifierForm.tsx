import { t } from "../../../text";
import { FormActive } from "../FormActive";
import { FormText } from "../FormText";
import type { FormProps } from "../fileScreen";
import type { ModifierFields } from "./modifier";

export function ModifierForm(form: FormProps<ModifierFields>) {
  return (
    <>
      <FormText form={form} name="code" isRequired autoFocus={form.isNew} isMono spellCheck="false" maxLength={2} description={t("Two letters or digits, such as 95.")} />
      <FormText form={form} name="description" isRequired />
      <FormActive form={form} />
    </>
  );
}
