import { t } from "../../text";
import { Card } from "../../ui/Card";
import { DescriptionList } from "../../ui/DescriptionList";
import { type ClientField, type WholeClient, clientLabels, fieldText, savedClient } from "./clientFields";

export function ClientDetails({ client }: { client: WholeClient }) {
  const { fields } = savedClient(client);
  const labels = clientLabels();
  const rows = (names: ClientField[]) => names.map((name) => ({ label: labels[name], value: <Value text={fieldText(name, fields)} /> }));
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card title={t("Person")}>
        <DescriptionList rows={rows(["firstName", "lastName", "preferredName", "birthDate", "sex"])} />
      </Card>
      <Card title={t("Contact")}>
        <DescriptionList rows={rows(["mobilePhone", "homePhone", "email"])} />
      </Card>
      <Card title={t("Address")}>
        <DescriptionList rows={rows(["street", "city", "state", "zip"])} />
      </Card>
      <Card title={t("Billing")}>
        <DescriptionList rows={rows(["responsibleParty", "invoiceOption", "signatureOnFile", "idNumber"])} />
      </Card>
      <div className="lg:col-span-2">
        <Card title={t("File notes")} description={t("Of the client's file; nothing clinical belongs here.")}>
          <p translate="no" className="whitespace-pre-wrap wrap-anywhere">{fields.fileNotes || "–"}</p>
        </Card>
      </div>
    </div>
  );
}

function Value({ text }: { text: string | null }) {
  return <span translate="no">{text ?? "–"}</span>;
}
