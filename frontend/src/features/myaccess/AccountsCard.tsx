import type { AccessLevel } from "../../gen/types";
import { t } from "../../text";
import { AccountAvatar } from "../../ui/AccountAvatar";
import { Badge } from "../../ui/Badge";
import { Card } from "../../ui/Card";
import { LEVELS, levelName } from "../../ui/level";
import { TextLink } from "../../ui/TextLink";
import { type AccountOfViewer, useAccount, useViewer } from "../shell/viewer";

// The same username may do other things in another account.
export function AccountsCard() {
  const { accounts, homeAccount } = useViewer();
  const open = useAccount();
  return (
    <Card title={t("My accounts")} description={t("Each account sets its own levels.")} isFlush>
      <ul>
        {accounts.map((account) => (
          <li key={account.id} className="flex items-center gap-3 border-b border-line px-5 py-2.5 last:border-b-0 phone:px-4">
            <AccountAvatar id={account.id} name={account.providerName} size="small" />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2">
                <TextLink to="/p/$account/my-access" params={{ account: account.id }}>
                  <span translate="no">{account.providerName}</span>
                </TextLink>
                {account.id === open.id && <Badge kind="accent">{t("Open now")}</Badge>}
                {account.id === homeAccount?.id && <Badge>{t("Home account")}</Badge>}
              </p>
              <p className="text-sm text-ink-muted">{countsOf(account)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function countsOf({ myAccess }: AccountOfViewer): string {
  const count = (level: AccessLevel) => myAccess.filter((s) => s.level === level).length;
  return LEVELS.toReversed()
    .filter((level) => count(level) > 0)
    .map((level) => t("{level} to {count}", { level: levelName(level), count: count(level) }))
    .join(" · ");
}
