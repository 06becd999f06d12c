import { t } from "../../text";
import { LinkTabs } from "../../ui/LinkTabs";
import { TabLink } from "../../ui/TabLink";
import { useAccount } from "../shell/viewer";

// The pages of one client.
export function ClientTabs({ id }: { id: string }) {
  const { id: account, mayView } = useAccount();
  const params = { account, client: id };
  return (
    <LinkTabs label={t("Pages of this client")}>
      <TabLink to="/p/$account/clients/$client" params={params} activeOptions={{ exact: true }}>
        {t("Details")}
      </TabLink>
      <TabLink to="/p/$account/clients/$client/disclosures" params={params}>
        {t("Disclosures")}
      </TabLink>
      {mayView("ACTIVITY_LOG") && (
        <TabLink to="/p/$account/clients/$client/opened" params={params}>
          {t("Who opened it")}
        </TabLink>
      )}
    </LinkTabs>
  );
}
