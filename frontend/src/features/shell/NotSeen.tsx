import { t } from "../../text";
import { Banner } from "../../ui/Banner";

// An account whose part of an answer was not read, and why.
export interface Unseen {
  provider: { id: string; providerName: string };
  why: string;
}

// Which accounts are not in what is shown, and why.
export function NotSeen({ all }: { all: readonly Unseen[] }) {
  if (all.length === 0) return null;
  return (
    <Banner kind="warning" title={t("Not all of it is shown")} isCompact>
      <ul>
        {all.map(({ provider: { id, providerName }, why }) => (
          <li key={id}>
            <span translate="no" className="font-medium">{providerName}</span>: {why}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
