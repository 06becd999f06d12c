import { Outlet, useRouterState } from "@tanstack/react-router";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { LinkTabs } from "../../ui/LinkTabs";
import { PageHeader } from "../../ui/PageHeader";
import { TabLink } from "../../ui/TabLink";
import { ForbiddenSection } from "../shell/ForbiddenSection";
import { useAccount } from "../shell/viewer";

// The frame of Account Access: its pages stand inside, without a page frame of their own. Copying
// codes is governed by Codes Setup: whoever may do that, and nothing else here, gets that page alone.
export function AccountAccessLayout() {
  const { id, mayView, mayEdit } = useAccount();
  const isCopying = useRouterState({ select: (state) => state.location.pathname.endsWith("/account-access/copy") });
  if (!mayView("ACCOUNT_ACCESS") && !isCopying) return <ForbiddenSection section="ACCOUNT_ACCESS" />;
  if (!mayView("ACCOUNT_ACCESS")) return <CopyAlone />;
  return (
    <div className="page">
      <PageHeader title={t("Account Access")} badge={!mayEdit("ACCOUNT_ACCESS") && <Badge>{t("View Only")}</Badge>} />
      <LinkTabs label={t("Account Access")}>
        <TabLink to="/p/$account/account-access" params={{ account: id }} activeOptions={{ exact: true }}>
          {t("Overview")}
        </TabLink>
        <TabLink to="/p/$account/account-access/allow" params={{ account: id }}>
          {t("Allow Account Access")}
        </TabLink>
        <TabLink to="/p/$account/account-access/other" params={{ account: id }}>
          {t("Access Other Accounts")}
        </TabLink>
        <TabLink to="/p/$account/account-access/offers" params={{ account: id }}>
          {t("Offers and Requests")}
        </TabLink>
        <TabLink to="/p/$account/account-access/privileges" params={{ account: id }}>
          {t("Username Privileges")}
        </TabLink>
        <TabLink to="/p/$account/account-access/sign-ins" params={{ account: id }}>
          {t("Sign-ins")}
        </TabLink>
        <TabLink to="/p/$account/account-access/api-tokens" params={{ account: id }}>
          {t("API Tokens")}
        </TabLink>
        <TabLink to="/p/$account/account-access/webhooks" params={{ account: id }}>
          {t("Webhooks")}
        </TabLink>
        <TabLink to="/p/$account/account-access/emergency" params={{ account: id }}>
          {t("Emergency Access")}
        </TabLink>
        <TabLink to="/p/$account/account-access/copy" params={{ account: id }}>
          {t("Copy Codes to Another Account")}
        </TabLink>
      </LinkTabs>
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
