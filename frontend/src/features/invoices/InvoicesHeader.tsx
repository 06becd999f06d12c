import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { LinkTabs } from "../../ui/LinkTabs";
import { PageHeader } from "../../ui/PageHeader";
import { TabLink } from "../../ui/TabLink";
import { useAccount } from "../shell/viewer";

export function InvoicesHeader() {
  const { id: account, mayEdit } = useAccount();
  return (
    <>
      <PageHeader
        title={t("Invoices & Claims")}
        badge={!mayEdit("INVOICES") && <Badge>{t("View Only")}</Badge>}
        description={t("What clients and their insurance are billed for open sessions, and what became of it.")}
      />
      <LinkTabs label={t("Invoices & Claims")}>
        <TabLink to="/p/$account/invoices" params={{ account }} activeOptions={{ exact: true, includeSearch: false }}>
          {t("To invoice")}
        </TabLink>
        <TabLink to="/p/$account/invoices/all" params={{ account }} activeOptions={{ includeSearch: false }}>
          {t("Invoices and claims")}
        </TabLink>
      </LinkTabs>
    </>
  );
}
