import { Link2 } from "lucide-react";
import { plural, t } from "../../../text";
import { LinkButton } from "../../../ui/LinkButton";
import { TextLink } from "../../../ui/TextLink";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount, useViewer } from "../../shell/viewer";
import { FunctionCard } from "./FunctionCard";
import { NameList } from "./NameList";

export function OtherCard() {
  const { id, mayEdit } = useAccount();
  const { username, accounts } = useViewer();
  return (
    <FunctionCard
      icon={Link2}
      title={
        <TextLink to="/p/$account/account-access/other" params={{ account: id }}>
          {t("Access Other Accounts")}
        </TextLink>
      }
      sentence={t("Link your own username to other providers' accounts. They then appear in the Provider drop-down.")}
      whyNot={useWhyNotEdit("ACCOUNT_ACCESS")}
      action={
        <LinkButton to="/p/$account/account-access/other" params={{ account: id }}>
          {mayEdit("ACCOUNT_ACCESS") ? t("Find an account") : t("See my accounts")}
        </LinkButton>
      }
    >
      <p className="font-medium">
        {plural(accounts.length, "{username} may enter {count} account", "{username} may enter {count} accounts", { username })}
      </p>
      <NameList names={accounts.map(({ providerName }) => providerName)} />
    </FunctionCard>
  );
}
