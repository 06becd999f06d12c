import { Suspense, lazy, useState } from "react";
import { plural, t } from "../../../text";
import { AccountAvatar } from "../../../ui/AccountAvatar";
import { Badge } from "../../../ui/Badge";
import { Button } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { useSwitchAccount } from "../../shell/useSwitchAccount";
import { type AccountOfViewer, useAccount, useViewer } from "../../shell/viewer";

const LeaveAccountDialog = lazy(() => import("./LeaveAccountDialog").then((module) => ({ default: module.LeaveAccountDialog })));

// The accounts that one's own username may enter.
export function AccountsCard() {
  const { accounts, username } = useViewer();
  const [leaving, setLeaving] = useState<AccountOfViewer>();
  return (
    <Card isFlush title={t("Accounts of {username}", { username })} description={plural(accounts.length, "{count} account", "{count} accounts")}>
      <ul>
        {accounts.map((account) => (
          <li key={account.id} className="border-b px-5 py-3 last:border-b-0 phone:px-4">
            <AccountLine account={account} onLeave={() => setLeaving(account)} />
          </li>
        ))}
      </ul>
      <Suspense>{leaving && <LeaveAccountDialog account={leaving} onClose={() => setLeaving(undefined)} />}</Suspense>
    </Card>
  );
}

function AccountLine({ account, onLeave }: { account: AccountOfViewer; onLeave: () => void }) {
  const open = useAccount();
  const { homeAccount } = useViewer();
  const switchTo = useSwitchAccount();
  const isOpen = account.id === open.id;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <AccountAvatar id={account.id} name={account.providerName} />
      <div className="min-w-0 flex-1 basis-40">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span translate="no" className="font-medium wrap-anywhere">{account.providerName}</span>
          {account.id === homeAccount?.id && <Badge kind="accent">{t("Home account")}</Badge>}
          {isOpen && <Badge>{t("Open now")}</Badge>}
        </p>
        <p translate="no" className="text-sm wrap-anywhere text-ink-muted">{account.practiceName}</p>
      </div>
      <div className="flex gap-1">
        {!isOpen && (
          <Button size="small" aria-label={t("Open {provider}", { provider: account.providerName })} onPress={() => switchTo(account.id)}>
            {t("Open")}
          </Button>
        )}
        <Button size="small" variant="quiet" aria-label={t("Leave {provider}", { provider: account.providerName })} onPress={onLeave}>
          {t("Leave")}
        </Button>
      </div>
    </div>
  );
}
