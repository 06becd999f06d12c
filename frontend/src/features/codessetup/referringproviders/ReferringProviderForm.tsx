import { t } from "../../../text";
import { FieldRow } from "../../../ui/FieldRow";
import { FormActive } from "../FormActive";
import { FormText } from "../FormText";
import type { FormProps } from "../fileScreen";
import type { ReferringProviderFields } from "./referringProvider";

export function ReferringProviderForm(form: FormProps<ReferringProviderFields>) {
  return (
    <>
      <FormText form={form} name="name" isRequired autoFocus={form.isNew} />
      <FieldRow>
        <FormText form={form} name="credential" description={t("What stands behind the name, such as MD.")} />
        <FormText form={form} name="npi" isMono maxLength={10} inputMode="numeric" description={t("Ten digits. Claims ask for it.")} />
      </FieldRow>
      <FieldRow>
        <FormText form={form} name="phone" type="tel" inputMode="tel" />
        <FormText form={form} name="fax" type="tel" inputMode="tel" />
      </FieldRow>
      <FormActive form={form} />
    </>
  );
}
