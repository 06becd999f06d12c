import { t } from "../../../text";
import { FieldRow } from "../../../ui/FieldRow";
import { FormActive } from "../FormActive";
import { FormText } from "../FormText";
import type { FormProps } from "../fileScreen";
import type { LocationFields } from "./location";

export function LocationForm(form: FormProps<LocationFields>) {
  return (
    <>
      <FormText form={form} name="name" isRequired autoFocus={form.isNew} />
      <FieldRow>
        <FormText form={form} name="placeOfService" isRequired isMono maxLength={2} inputMode="numeric" description={t("A CMS number of two digits: 11 Office, 10 Telehealth at home, 02 Telehealth elsewhere.")} />
        <FormText form={form} name="npi" isMono maxLength={10} inputMode="numeric" description={t("The facility's own, ten digits. May be left empty.")} />
      </FieldRow>
      <FormText form={form} name="street" />
      <FieldRow columns={3}>
        <FormText form={form} name="city" />
        <FormText form={form} name="state" maxLength={2} description={t("Two letters.")} />
        <FormText form={form} name="zip" maxLength={10} inputMode="numeric" />
      </FieldRow>
      <FormActive form={form} />
    </>
  );
}
