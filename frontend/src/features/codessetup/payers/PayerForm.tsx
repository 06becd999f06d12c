import type { ReactNode } from "react";
import { t } from "../../../text";
import { FieldRow } from "../../../ui/FieldRow";
import { RadioGroup } from "../../../ui/RadioGroup";
import { Select } from "../../../ui/Select";
import { FormActive } from "../FormActive";
import { FormText } from "../FormText";
import type { FormProps } from "../fileScreen";
import { type PayerFields, claimFormOptions, kindOptions } from "./payer";

// What the chosen kind of payer needs is told before it is saved.
export function PayerForm(form: FormProps<PayerFields>) {
  const { fields, set, labels, isNew } = form;
  const isPaper = fields.kind === "PAPER";
  return (
    <>
      <FormText form={form} name="name" isRequired autoFocus={isNew} />
      <RadioGroup label={labels.kind} name="kind" options={kindOptions()} value={fields.kind} onChange={set("kind")} look="cards" />
      {!isPaper && <FormText form={form} name="payerId" isRequired isMono maxLength={30} spellCheck="false" description={t("At most 30 letters, digits and dashes.")} />}
      <Group title={isPaper ? t("Address for claims") : t("Address, if you like")}>
        <FormText form={form} name="street" isRequired={isPaper} />
        <FieldRow columns={3}>
          <FormText form={form} name="city" />
          <FormText form={form} name="state" maxLength={2} description={t("Two letters.")} />
          <FormText form={form} name="zip" isRequired={isPaper} maxLength={10} inputMode="numeric" />
        </FieldRow>
        <FieldRow>
          <FormText form={form} name="phone" type="tel" inputMode="tel" />
          <FormText form={form} name="fax" type="tel" inputMode="tel" />
        </FieldRow>
      </Group>
      <Group title={t("Claims")}>
        <FieldRow>
          <Select label={labels.claimForm} name="claimForm" options={claimFormOptions()} value={fields.claimForm} onChange={set("claimForm")} />
          <FormText form={form} name="claimFilingCode" maxLength={2} isMono description={t("One or two letters or digits, such as CI.")} />
        </FieldRow>
        <FormText form={form} name="insuranceNote" rows={2} maxLength={2000} description={t("Pops up where the payer is chosen.")} />
      </Group>
      <Group title={t("This account's own: never copied")}>
        <FieldRow>
          <FormText form={form} name="providerNumber" />
          <FormText form={form} name="enrolment" />
        </FieldRow>
        <FormText form={form} name="contact" rows={2} maxLength={2000} description={t("Whom to call there.")} />
      </Group>
      <FormActive form={form} />
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 border-t border-line pt-3">
      <legend className="float-left w-full font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}
