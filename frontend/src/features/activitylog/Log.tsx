import { useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";
import { isRetryable } from "../../graphql/problem";
import { plural, t } from "../../text";
import type { Zone } from "../../text/format";
import { announce } from "../../ui/announce";
import { Card } from "../../ui/Card";
import { FormError } from "../../ui/FormError";
import { LoadMore } from "../../ui/LoadMore";
import { Skeleton } from "../../ui/Skeleton";
import { useAccount } from "../shell/viewer";
import { EntryList } from "./EntryList";
import { FilterChips } from "./FilterChips";
import { Filters } from "./Filters";
import { NewEntries } from "./NewEntries";
import { NoEntries } from "./NoEntries";
import { filterOf } from "./filter";
import { type LogSearch, criteriaIn, withoutCriteria } from "./search";
import { type Entries, useEntries } from "./useEntries";
import { useFreshEntries } from "./useFreshEntries";

export function Log({ search, zone }: { search: LogSearch; zone: Zone }) {
  const account = useAccount();
  const navigate = useNavigate({ from: "/p/$account/activity-log/" });
  const filter = filterOf(search, account.timeZone);
  const log = useEntries(account.id, filter);
  const news = useFreshEntries(log.fresh);
  const isFiltered = criteriaIn(search).length > 0;
  useCountAnnounced(log);
  const clear = () => void navigate({ search: withoutCriteria(search) });

  return (
    <>
      <Filters search={search} />
      <FilterChips search={search} onClear={clear} />
      <FormError error={log.problems[0]?.message} {...(log.problems.some(isRetryable) && { onRetry: log.retry })} isRetrying={log.isLoading} />
      {news.areWaiting && <NewEntries onShow={news.show} />}
      <Card isFlush footer={log.entries.length > 0 && <LoadMore shown={log.entries.length} total={log.total} hasMore={log.end !== null} isPending={log.isLoadingMore} onMore={log.more} noun={(log.total ?? log.entries.length) === 1 ? t("entry") : t("entries")} />}>
        {log.entries.length > 0 && <EntryList entries={log.entries} zone={zone} isBusy={log.isLoading} />}
        {log.entries.length === 0 && log.isLoading && (
          <div className="px-5 py-2">
            <Skeleton rows={12} height={44} label={t("Loading the log")} />
          </div>
        )}
        {log.entries.length === 0 && !log.isLoading && log.problems.length === 0 && <NoEntries isFiltered={isFiltered} onClear={clear} />}
      </Card>
    </>
  );
}

// Whoever cannot see the list change hears how much was found.
function useCountAnnounced({ isLoading, entries, end, total }: Entries): void {
  const say = useEffectEvent(() => {
    const count = total ?? entries.length;
    const open = total === null && end !== null;
    announce(open ? t("More than {count} entries", { count }) : plural(count, "{count} entry", "{count} entries"));
  });
  useEffect(() => {
    if (!isLoading) say();
  }, [isLoading]);
}
