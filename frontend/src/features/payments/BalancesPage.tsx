import { useNavigate, useSearch } from "@tanstack/react-router";
import { CircleDollarSign } from "lucide-react";
import { useState } from "react";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { LinkTabs } from "../../ui/LinkTabs";
import { PageHeader } from "../../ui/PageHeader";
import { TabLink } from "../../ui/TabLink";
import { useTitle } from "../shell/useTitle";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { useAccount, useViewer } from "../shell/viewer";
import { AccountBalances } from "./AccountBalances";
import { ClientBalances } from "./ClientBalances";
import { PostPaymentDialog } from "./PostPaymentDialog";

export function BalancesPage() {
  const { id: account, mayEdit } = useAccount();
  const { accounts } = useViewer();
  const { over } = useSearch({ from: "/p/$account/payments/" });
  const navigate = useNavigate();
  const whyNot = useWhyNotEdit("PAYMENTS");
  const [isPosting, setPosting] = useState(false);
  useTitle(t("Balances Due You"));
  const open = (client: string) => void navigate({ to: "/p/$account/payments/$client", params: { account, client } });
  return (
    <>
      <PageHeader
        title={t("Balances Due You")}
        badge={!mayEdit("PAYMENTS") && <Badge>{t("View Only")}</Badge>}
        description={t("What clients owe, by the days since the date of service.")}
        actions={
          <Button variant="primary" icon={CircleDollarSign} whyDisabled={whyNot} onPress={() => setPosting(true)}>
            {t("Post a payment")}
          </Button>
        }
      />
      {accounts.length > 1 && (
        <LinkTabs label={t("Whose balances")}>
          <TabLink to="/p/$account/payments" params={{ account }} search={{ over: "here" }} activeOptions={{ exact: true, includeSearch: true }}>
            {t("This account")}
          </TabLink>
          <TabLink to="/p/$account/payments" params={{ account }} search={{ over: "all" }} activeOptions={{ exact: true, includeSearch: true }}>
            {t("All my accounts")}
          </TabLink>
        </LinkTabs>
      )}
      {over === "all" ? <AccountBalances /> : <ClientBalances />}
      {isPosting && <PostPaymentDialog known={[]} onClose={() => setPosting(false)} onPosted={open} />}
    </>
  );
}
