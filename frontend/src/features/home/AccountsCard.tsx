import { t } from "../../text";
import { AccountAvatar } from "../../ui/AccountAvatar";
import { Badge } from "../../ui/Badge";
import { Card } from "../../ui/Card";
import { TextLink } from "../../ui/TextLink";
import { useAccount, useViewer } from "../shell/viewer";

export function AccountsCard() {
  const { accounts } = useViewer();
  const open = useAccount();
  return (
    <Card title={t("Provider accounts")} description={t("All that you may enter. The Provider drop-down at the top switches as well.")} isFlush>
      <ul className="grid desk:grid-cols-2">
        {accounts.map(({ id, providerName, practiceName }) => (
          <li key={id} className="-mb-px flex items-center gap-3 border-b border-line px-5 py-3 phone:px-4 desk:odd:border-r">
            <AccountAvatar id={id} name={providerName} size="small" />
            <div className="min-w-0 flex-1">
              <TextLink to="/p/$account" params={{ account: id }}>
                <span translate="no">{providerName}</span>
              </TextLink>
              <p translate="no" className="truncate text-sm text-ink-muted">{practiceName}</p>
            </div>
            {id === open.id && <Badge kind="accent">{t("Open now")}</Badge>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
