import { UserRoundSearch } from "lucide-react";
import { OpenedByDocument } from "../../../gen/documents/features/clients/opened/OpenedBy";
import { problemsOf } from "../../../graphql/problem";
import { usePages } from "../../../graphql/usePages";
import { plural, t } from "../../../text";
import { Card } from "../../../ui/Card";
import { EmptyState } from "../../../ui/EmptyState";
import { LoadMore } from "../../../ui/LoadMore";
import { Skeleton } from "../../../ui/Skeleton";
import { useOpenItems } from "../../../ui/useOpenItems";
import { CannotLoad } from "../../shell/CannotLoad";
import { useAccount } from "../../shell/viewer";
import { OpenerRow } from "./OpenerRow";

interface Props {
  client: string;
  from: string | null;
}

export function Openers({ client, from }: Props) {
  const { id: account } = useAccount();
  const [open, toggle] = useOpenItems();
  const { rows, hasMore, isFetching, isFirst, error, more, retry } = usePages(OpenedByDocument, { account, client, from }, (data) => {
    const page = data.account?.openedBy;
    return page && { ...page, totalCount: page.nodes?.length ?? 0 };
  });
  if (error && rows.length === 0) return <CannotLoad problems={problemsOf(error)} onRetry={retry} />;
  if (isFirst) return <Skeleton rows={6} height={64} label={t("Loading who opened this client")} />;
  if (rows.length === 0) return <Nobody />;
  return (
    <Card
      title={plural(rows.length, "{count} person", "{count} people")}
      description={t("Whoever was here last is first. What was done with psychotherapy notes is not shown here: they are kept apart from the record.")}
      isFlush
      footer={hasMore && <LoadMore shown={rows.length} hasMore isPending={isFetching} onMore={more} noun={t("people")} />}
    >
      <ul>
        {rows.map((opener) => {
          const key = opener.username ?? "";
          return <OpenerRow key={key} opener={opener} client={client} from={from} isOpen={open.has(key)} onToggle={() => toggle(key)} />;
        })}
      </ul>
    </Card>
  );
}

function Nobody() {
  return (
    <Card>
      <EmptyState icon={UserRoundSearch} title={t("Nobody opened this client in this period")}>
        {t("Choose a longer period to see who did before.")}
      </EmptyState>
    </Card>
  );
}
