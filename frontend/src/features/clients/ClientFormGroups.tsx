import { t } from "../../text";
import { Card } from "../../ui/Card";
import { Checkbox } from "../../ui/Checkbox";
import { DateField } from "../../ui/DateField";
import { FieldRow } from "../../ui/FieldRow";
import { Select } from "../../ui/Select";
import { TextField, type TextFieldProps } from "../../ui/TextField";
import { MaskedNumberField } from "../editing/MaskedNumberField";
import type { Edit } from "../editing/useEdit";
import { type ClientField, type ClientFields, clientLabels, invoiceOptions, sexOptions } from "./clientFields";

interface Props {
  fields: ClientFields;
  set: Edit<ClientFields>["set"];
  savedIdNumber: string;
}

type TextName = Exclude<ClientField, "sex" | "invoiceOption" | "signatureOnFile">;

// The browser is asked to remember nothing of what is typed here: it is about somebody else.
export function ClientFormGroups({ fields, set, savedIdNumber }: Props) {
  const labels = clientLabels();
  const text = (name: TextName, more: Partial<TextFieldProps> = {}) => (
    <TextField key={name} label={labels[name]} name={name} value={fields[name]} onChange={set(name)} autoComplete="off" {...more} />
  );
  return (
    <>
      <Card title={t("Person")}>
        <Fields>
          <FieldRow columns={3}>
            {text("firstName", { isRequired: true, autoFocus: true })}
            {text("lastName", { isRequired: true })}
            {text("preferredName", { description: t("What the client likes to be called.") })}
          </FieldRow>
          <FieldRow columns={3}>
            <DateField label={labels.birthDate} name="birthDate" value={fields.birthDate} onChange={set("birthDate")} min="1890-01-01" autoComplete="off" />
            <Select label={labels.sex} name="sex" options={sexOptions()} value={fields.sex} onChange={set("sex")} description={t("As insurance asks for it.")} />
          </FieldRow>
        </Fields>
      </Card>
      <Card title={t("Contact")}>
        <FieldRow columns={3}>
          {text("mobilePhone", { type: "tel", inputMode: "tel" })}
          {text("homePhone", { type: "tel", inputMode: "tel" })}
          {text("email", { type: "email", inputMode: "email" })}
        </FieldRow>
      </Card>
      <Card title={t("Address")}>
        <Fields>
          {text("street")}
          <FieldRow columns={3}>
            {text("city")}
            {text("state", { maxLength: 2, description: t("Two letters, such as NY.") })}
            {text("zip", { maxLength: 10, inputMode: "numeric", description: t("Five or nine digits.") })}
          </FieldRow>
        </Fields>
      </Card>
      <Card title={t("Billing")}>
        <Fields>
          <FieldRow>
            {text("responsibleParty", { description: t("Who pays, when it is not the client.") })}
            <Select label={labels.invoiceOption} name="invoiceOption" options={invoiceOptions()} value={fields.invoiceOption} onChange={set("invoiceOption")} />
          </FieldRow>
          <Checkbox name="signatureOnFile" isSelected={fields.signatureOnFile} onChange={set("signatureOnFile")}>
            {labels.signatureOnFile}
          </Checkbox>
          <MaskedNumberField label={labels.idNumber} name="idNumber" saved={savedIdNumber} value={fields.idNumber} onChange={set("idNumber")} />
        </Fields>
      </Card>
      <Card title={t("File notes")} description={t("Of the client's file; nothing clinical belongs here.")}>
        {text("fileNotes", { rows: 5, labelHidden: true })}
      </Card>
    </>
  );
}

function Fields({ children }: { children: React.ReactNode }) {
  return <div className="flex flex-col gap-4">{children}</div>;
}
