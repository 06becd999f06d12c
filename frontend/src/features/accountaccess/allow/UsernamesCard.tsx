import type { AccountUsernamesQuery, LinkOrigin } from "../../../gen/types";
import { t } from "../../../text";
import { formatMoment } from "../../../text/format";
import { Badge } from "../../../ui/Badge";
import { Card } from "../../../ui/Card";
import { FormError } from "../../../ui/FormError";
import { Skeleton } from "../../../ui/Skeleton";
import { TextLink } from "../../../ui/TextLink";
import { useAccount, useViewer } from "../../shell/viewer";

type Username = NonNullable<NonNullable<AccountUsernamesQuery["account"]>["usernames"]>[number];

interface Props {
  usernames: readonly Username[] | undefined;
  isLoading: boolean;
  error?: string;
  onRetry: () => void;
  // Who has just been added.
  added: string | undefined;
}

export function UsernamesCard({ usernames, isLoading, error, onRetry, added }: Props) {
  const { id } = useAccount();
  return (
    <Card
      title={t("Usernames of this account")}
      isFlush
      footer={
        <TextLink to="/p/$account/account-access/privileges" params={{ account: id }}>
          {t("What each may do: Username Privileges")}
        </TextLink>
      }
    >
      {!usernames && error && <div className="p-4"><FormError error={error} onRetry={onRetry} /></div>}
      {!usernames && isLoading && <div className="px-5"><Skeleton rows={5} height={53} /></div>}
      <ul>
        {usernames?.map((one) => (
          <li key={one.id} className={`border-b px-5 py-2 last:border-b-0 phone:px-4 ${one.username === added ? "bg-success-soft" : ""}`}>
            <UsernameLine one={one} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function UsernameLine({ one }: { one: Username }) {
  const { timeZone } = useAccount();
  const viewer = useViewer();
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span translate="no" className="font-medium wrap-anywhere">{one.username}</span>
        {one.owner && <Badge kind="accent">{t("Owner")}</Badge>}
        {one.username === viewer.username && <Badge>{t("You")}</Badge>}
      </p>
      {one.since && <p className="text-sm text-ink-muted">{since(one.origin, formatMoment(one.since, timeZone))}</p>}
    </>
  );
}

function since(origin: LinkOrigin | null, moment: string): string {
  switch (origin) {
    case "SIGN_UP":
      return t("Opened the account on {moment}", { moment });
    case "JOINED":
      return t("Joined on {moment}", { moment });
    case "OFFERED":
      return t("Linked by consent on {moment}", { moment });
    default:
      return t("Added on {moment}", { moment });
  }
}
