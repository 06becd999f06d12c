import { useMemo } from "react";
import { isRetryable } from "../../../graphql/problem";
import { t } from "../../../text";
import { FormError } from "../../../ui/FormError";
import { LoadMore } from "../../../ui/LoadMore";
import { Skeleton } from "../../../ui/Skeleton";
import { EntryList } from "../../activitylog/EntryList";
import { useEntries } from "../../activitylog/useEntries";
import { useAccount } from "../../shell/viewer";

interface Props {
  client: string;
  username: string;
  from: string | null;
}

export function OpenerEntries({ client, username, from }: Props) {
  const { id: account, timeZone } = useAccount();
  const filter = useMemo(() => ({ client, username, from, recordOnly: true }), [client, username, from]);
  const log = useEntries(account, filter);
  if (log.isLoading) return <div className="px-5"><Skeleton rows={3} label={t("Loading what they did")} /></div>;
  return (
    <div>
      <FormError error={log.problems[0]?.message} {...(log.problems.some(isRetryable) && { onRetry: log.retry })} />
      <EntryList entries={log.entries} zone={timeZone} />
      {log.end !== null && (
        <div className="px-5 py-3">
          <LoadMore shown={log.entries.length} total={log.total} hasMore isPending={log.isLoadingMore} onMore={log.more} />
        </div>
      )}
    </div>
  );
}
