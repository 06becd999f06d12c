import { t } from "../../text";
import { Card } from "../../ui/Card";
import { TextLink } from "../../ui/TextLink";
import { useAccount } from "../shell/viewer";

export function ApiTokensCard() {
  const { id } = useAccount();
  return (
    <Card title={t("API tokens")} description={t("What other programs ask with in your name, instead of your password, and the apps that you let in.")}>
      <TextLink to="/p/$account/api-tokens" params={{ account: id }}>
        {t("See and make API tokens")}
      </TextLink>
    </Card>
  );
}
