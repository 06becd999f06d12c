import { t } from "../../text";
import { Card } from "../../ui/Card";
import { DescriptionList } from "../../ui/DescriptionList";
import { type SessionFields, type WholeSession, fieldText, savedSession, sessionLabels } from "./sessionFields";

// A session that is only read.
export function SessionFacts({ session }: { session: WholeSession }) {
  const { fields } = savedSession(session);
  const labels = sessionLabels();
  const rows = (names: (keyof SessionFields)[]) => names.map((name) => ({ label: labels[name], value: <span translate="no">{fieldText(name, fields) ?? "–"}</span> }));
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card title={t("Service")}>
        <DescriptionList rows={rows(["serviceDate", "billingCode", "diagnosisCodes", "modifiers", "placeOfService", "minutes", "units"])} />
      </Card>
      <Card title={t("Billing")}>
        <DescriptionList rows={rows(["charge", "billTo", "paidAtSession"])} />
      </Card>
    </div>
  );
}
