import { t } from "../../text";
import type { CodesAccount } from "./offered";

interface Props {
  accounts: readonly CodesAccount[];
  why: (account: CodesAccount) => string | undefined;
}

// The accounts that cannot be chosen, and why not.
export function NotOffered({ accounts, why }: Props) {
  const refused = accounts.filter((account) => why(account) !== undefined);
  if (refused.length === 0) return null;
  return (
    <div className="mt-2 text-sm text-ink-muted">
      <p>{t("Not offered:")}</p>
      <ul className="ml-4 list-disc">
        {refused.map((account) => (
          <li key={account.id}>
            <span translate="no">{account.providerName}</span>: {why(account)}
          </li>
        ))}
      </ul>
    </div>
  );
}
