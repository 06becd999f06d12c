import { FilePlus, Plus } from "lucide-react";
import { useState } from "react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { AuthorizationDialog } from "./AuthorizationDialog";
import { AuthorizationRow } from "./AuthorizationRow";
import type { Authorization } from "./authorization";
import type { Policy } from "./policy";

interface Props {
  client: string;
  policies: readonly Policy[];
  rows: readonly Authorization[];
  onSaved: () => void;
}

// Those in force first, and among them what lasts longest.
const order = (a: Authorization, b: Authorization) => Number(b.active) - Number(a.active) || (b.untilDate ?? "").localeCompare(a.untilDate ?? "");

export function AuthorizationsCard({ client, policies, rows, onSaved }: Props) {
  const whyNot = useWhyNotEdit("INSURANCE");
  const [edited, edit] = useState<Authorization | "new" | null>(null);
  const add = (
    <Button icon={Plus} whyDisabled={whyNot} onPress={() => edit("new")}>
      {t("Add authorization")}
    </Button>
  );
  return (
    <Card title={t("Authorizations")} description={t("Each client session for the insurance uses one of the sessions that the payer allows.")} actions={rows.length > 0 && add}>
      {rows.length === 0 ? (
        <EmptyState isCompact icon={FilePlus} title={t("There are no authorizations")} action={add}>
          {t("Without one, sessions are counted against none.")}
        </EmptyState>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {[...rows].sort(order).map((row) => (
            <AuthorizationRow key={row.id} row={row} payer={policies.find(({ id }) => id === row.policy)?.payerName} whyNot={whyNot} onEdit={() => edit(row)} onSaved={onSaved} />
          ))}
        </ul>
      )}
      {edited && <AuthorizationDialog client={client} row={edited === "new" ? null : edited} policies={policies} onSaved={onSaved} onClose={() => edit(null)} />}
    </Card>
  );
}
