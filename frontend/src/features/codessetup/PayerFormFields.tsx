import type { ReactNode } from "react";
import { t } from "../../text";
import { Checkbox } from "../../ui/Checkbox";
import { FieldRow } from "../../ui/FieldRow";
import { RadioGroup } from "../../ui/RadioGroup";
import { Select } from "../../ui/Select";
import { TextField, type TextFieldProps } from "../../ui/TextField";
import type { Edit } from "../editing/useEdit";
import { type PayerFields, claimFormOptions, kindOptions, payerWords } from "./payer";

type TextName = Exclude<keyof PayerFields, "kind" | "claimForm" | "active">;

// What the chosen kind of payer needs is told before it is saved.
export function PayerFormFields({ edit: { fields, set }, isNew }: { edit: Edit<PayerFields>; isNew: boolean }) {
  const { labels } = payerWords();
  const isPaper = fields.kind === "PAPER";
  const text = (name: TextName, more: Partial<TextFieldProps> = {}) => (
    <TextField label={labels[name]} name={name} value={fields[name]} onChange={set(name)} autoComplete="off" maxLength={256} {...more} />
  );
  return (
    <>
      {text("name", { isRequired: true, autoFocus: isNew })}
      <RadioGroup label={labels.kind} name="kind" options={kindOptions()} value={fields.kind} onChange={set("kind")} look="cards" />
      {!isPaper && text("payerId", { isRequired: true, isMono: true, maxLength: 30, spellCheck: "false", description: t("At most 30 letters, digits and dashes.") })}
      <Group title={isPaper ? t("Address for claims") : t("Address, if you like")}>
        {text("street", { isRequired: isPaper })}
        <FieldRow columns={3}>
          {text("city")}
          {text("state", { maxLength: 2, description: t("Two letters.") })}
          {text("zip", { isRequired: isPaper, maxLength: 10, inputMode: "numeric" })}
        </FieldRow>
        <FieldRow>
          {text("phone", { type: "tel", inputMode: "tel" })}
          {text("fax", { type: "tel", inputMode: "tel" })}
        </FieldRow>
      </Group>
      <Group title={t("Claims")}>
        <FieldRow>
          <Select label={labels.claimForm} name="claimForm" options={claimFormOptions()} value={fields.claimForm} onChange={set("claimForm")} />
          {text("claimFilingCode", { maxLength: 2, isMono: true, description: t("One or two letters or digits, such as CI.") })}
        </FieldRow>
        {text("insuranceNote", { rows: 2, maxLength: 2000, description: t("Pops up where the payer is chosen.") })}
      </Group>
      <Group title={t("This account's own: never copied")}>
        <FieldRow>
          {text("providerNumber")}
          {text("enrolment")}
        </FieldRow>
        {text("contact", { rows: 2, maxLength: 2000, description: t("Whom to call there.") })}
      </Group>
      <Checkbox name="active" isSelected={fields.active} onChange={set("active")} description={t("Is offered for new entries.")}>
        {labels.active}
      </Checkbox>
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
