import { Outlet } from "@tanstack/react-router";
import { Copy } from "lucide-react";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { LinkButton } from "../../ui/LinkButton";
import { LinkTabs } from "../../ui/LinkTabs";
import { PageHeader } from "../../ui/PageHeader";
import { TabLink } from "../../ui/TabLink";
import { SectionPage } from "../shell/SectionPage";
import { useAccount } from "../shell/viewer";

// The three master files beside each other.
export function CodesSetupLayout() {
  const { id: account, mayEdit } = useAccount();
  return (
    <SectionPage section="CODES_SETUP">
      <PageHeader
        title={t("Codes Setup")}
        badge={!mayEdit("CODES_SETUP") && <Badge>{t("View Only")}</Badge>}
        description={t("What sessions are coded and billed with. Set it up in one account, and copy it to the others.")}
        actions={
          <LinkButton to="/p/$account/account-access/copy" params={{ account }} icon={Copy}>
            {t("Copy Codes to Another Account")}
          </LinkButton>
        }
      />
      <LinkTabs label={t("Master files")}>
        <TabLink to="/p/$account/codes-setup/diagnosis-codes" params={{ account }}>
          {t("Diagnosis Codes")}
        </TabLink>
        <TabLink to="/p/$account/codes-setup/billing-codes" params={{ account }}>
          {t("Billing Codes")}
        </TabLink>
        <TabLink to="/p/$account/codes-setup/payers" params={{ account }}>
          {t("Insurance Payers")}
        </TabLink>
      </LinkTabs>
      <Outlet />
    </SectionPage>
  );
}
