import { Outlet } from "@tanstack/react-router";
import { Copy } from "lucide-react";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { LinkButton } from "../../ui/LinkButton";
import { LinkTabs } from "../../ui/LinkTabs";
import { PageHeader } from "../../ui/PageHeader";
import { TabLink } from "../../ui/TabLink";
import { fileName, filePages, masterFiles } from "../masterfiles/files";
import { SectionPage } from "../shell/SectionPage";
import { useAccount } from "../shell/viewer";

// The master files beside each other.
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
        {masterFiles.map((file) => (
          <TabLink key={file} to={filePages[file]} params={{ account }}>
            {fileName(file)}
          </TabLink>
        ))}
      </LinkTabs>
      <Outlet />
    </SectionPage>
  );
}
