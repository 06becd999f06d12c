import { BadgeCheck } from "lucide-react";
import { plural, t } from "../../text";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { useTitle } from "../shell/useTitle";
import { useViewer } from "../shell/viewer";
import { kindsOf } from "./kinds";

export function WorkListPage() {
  const viewer = useViewer();
  const kinds = kindsOf(viewer);
  useTitle(t("Work List"));
  return (
    <div className="page">
      <PageHeader title={t("Work List")} description={plural(viewer.accounts.length, "What waits to be done in your account.", "What waits to be done in your {count} accounts, as far as you may see it.")} />
      {kinds.length === 0 && (
        <EmptyState isPage icon={BadgeCheck} title={t("There is nothing here for you")}>
          {t("The list shows balances, client sessions, session notes and authorizations of accounts in which you may see them.")}
        </EmptyState>
      )}
      {kinds.map(({ section, Work }) => (
        <Work key={section} />
      ))}
    </div>
  );
}
