import { t } from "../../text";
import { Card } from "../../ui/Card";
import { DescriptionList } from "../../ui/DescriptionList";
import { type SessionFields, type WholeSession, placesWith, savedSession, sessionLabels, textWith } from "./sessionFields";

// A session that is only read.
export function SessionFacts({ session }: { session: WholeSession }) {
  const { fields } = savedSession(session);
  const labels = sessionLabels();
  const text = textWith(placesWith(session));
  const rows = (names: (keyof SessionFields)[]) => names.map((name) => ({ label: labels[name], value: <span translate="no">{text(name, fields) ?? "–"}</span> }));
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card title={t("Service")}>
        <DescriptionList rows={rows(["serviceDate", "billingCode", "diagnosisCodes", "modifiers", "location", "placeOfService", "minutes", "units"])} />
      </Card>
      <Card title={t("Billing")}>
        <DescriptionList rows={rows(["charge", "billTo", "paidAtSession"])} />
      </Card>
    </div>
  );
}
