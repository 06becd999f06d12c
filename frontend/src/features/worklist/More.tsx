import type { ReactNode } from "react";
import { t } from "../../text";
import { beyond, type Provider, type WorkOfAccount } from "./work";

// Where the rest of the work of accounts with much of it is.
export function More<Row>({ accounts, listIn }: { accounts: readonly WorkOfAccount<Row>[]; listIn: (account: Provider) => ReactNode }) {
  const long = beyond(accounts);
  if (long.length === 0) return null;
  return (
    <ul aria-label={t("More in the accounts")} className="flex flex-wrap gap-x-6 gap-y-1 border-t border-line px-5 py-2.5 phone:px-4">
      {long.map(({ account, more }) => (
        <li key={account.id} className="flex gap-1.5">
          <span translate="no">{listIn(account)}</span>
          <span className="text-ink-muted">{t("{count} more", { count: more })}</span>
        </li>
      ))}
    </ul>
  );
}
