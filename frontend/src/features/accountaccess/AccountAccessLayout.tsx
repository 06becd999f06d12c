import { Outlet, useRouterState } from "@tanstack/react-router";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { PageHeader } from "../../ui/PageHeader";
import { useIsPhone } from "../../ui/useIsPhone";
import { ForbiddenSection } from "../shell/ForbiddenSection";
import { useAccount } from "../shell/viewer";
import { PageChooser } from "./PageChooser";
import { GroupLinks, PageTabs } from "./PageLinks";

// The frame of Account Access: its pages stand inside, without a page frame of their own. Copying
// codes is governed by Codes Setup: whoever may do that, and nothing else here, gets that page alone.
export function AccountAccessLayout() {
  const { mayView, mayEdit } = useAccount();
  const isPhone = useIsPhone();
  const isCopying = useRouterState({ select: (state) => state.location.pathname.endsWith("/account-access/copy") });
  if (!mayView("ACCOUNT_ACCESS") && !isCopying) return <ForbiddenSection section="ACCOUNT_ACCESS" />;
  if (!mayView("ACCOUNT_ACCESS")) return <CopyAlone />;
  return (
    <div className="page">
      <PageHeader
        title={t("Account Access")}
        badge={!mayEdit("ACCOUNT_ACCESS") && <Badge>{t("View Only")}</Badge>}
        actions={isPhone ? <PageChooser /> : <GroupLinks />}
      />
      {!isPhone && <PageTabs />}
      <Outlet />
    </div>
  );
}

function CopyAlone() {
  return (
    <div className="page">
      <PageHeader title={t("Copy Codes to Another Account")} />
      <Outlet />
    </div>
  );
}
