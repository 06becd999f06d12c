import { Plus, ShieldPlus } from "lucide-react";
import { useState } from "react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { PolicyCard } from "./PolicyCard";
import { PolicyDialog } from "./PolicyDialog";
import type { Policy } from "./policy";

interface Props {
  client: string;
  policies: readonly Policy[];
  onSaved: () => void;
}

// Active policies come first, the primary one before all.
const order = (a: Policy, b: Policy) => Number(b.active) - Number(a.active) || (a.rank ?? "").localeCompare(b.rank ?? "");

export function PoliciesCard({ client, policies, onSaved }: Props) {
  const whyNot = useWhyNotEdit("INSURANCE");
  const [edited, edit] = useState<Policy | "new" | null>(null);
  const add = (
    <Button icon={Plus} whyDisabled={whyNot} onPress={() => edit("new")}>
      {t("Add policy")}
    </Button>
  );
  return (
    <Card title={t("Policies")} actions={policies.length > 0 && add}>
      {policies.length === 0 ? (
        <EmptyState isCompact icon={ShieldPlus} title={t("No insurance is known")} action={add}>
          {t("Whoever has none pays by themselves.")}
        </EmptyState>
      ) : (
        <div className="grid gap-4 lg:grid-cols-2">
          {[...policies].sort(order).map((policy) => (
            <PolicyCard key={policy.id} policy={policy} isEdited={edited !== "new" && edited?.id === policy.id} whyNot={whyNot} onEdit={() => edit(policy)} onSaved={onSaved} />
          ))}
        </div>
      )}
      {edited && <PolicyDialog client={client} policy={edited === "new" ? null : edited} taken={policies} onSaved={onSaved} onClose={() => edit(null)} />}
    </Card>
  );
}
