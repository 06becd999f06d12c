import { Bell, Check } from "lucide-react";
import { NoticesDocument, ReadNoticesDocument } from "../../../gen/documents/features/accountaccess/notices/Notices";
import { problemsOf } from "../../../graphql/problem";
import { usePages } from "../../../graphql/usePages";
import { useSave } from "../../../graphql/useSave";
import { useLive } from "../../../live/useLive";
import { plural, t } from "../../../text";
import { Badge } from "../../../ui/Badge";
import { Button } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { EmptyState } from "../../../ui/EmptyState";
import { FormError } from "../../../ui/FormError";
import { LoadMore } from "../../../ui/LoadMore";
import { Skeleton } from "../../../ui/Skeleton";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";
import { NoticeItem } from "./NoticeItem";

// What whoever runs the account is told about the access of others.
export function NoticesCard() {
  const { id } = useAccount();
  const { rows, total, hasMore, isFetching, isFirst, error, more, refresh, retry } = usePages(NoticesDocument, { account: id }, (data) => data.account?.notices);
  useLive("ACCOUNT_ACCESS", refresh);
  const { save, isPending, problems } = useSave(ReadNoticesDocument);
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  const unread = rows.filter(({ readAt }) => !readAt).length;
  const [newest] = rows;
  const read = async () => {
    if (newest && (await save({ account: id, id: newest.id }))) refresh();
  };
  const failed = rows.length === 0 ? problemsOf(error)[0] : undefined;
  return (
    <Card
      title={t("Notices")}
      description={t("What has changed in who may enter this account, and what you should know of it. They are mailed to the owner too, where the server can send mail.")}
      isFlush
      actions={
        unread > 0 && (
          <>
            <Badge kind="accent">{plural(unread, "{count} new", "{count} new")}</Badge>
            <Button size="small" icon={Check} isPending={isPending} whyDisabled={whyNot} onPress={() => void read()}>
              {t("Mark as read")}
            </Button>
          </>
        )
      }
    >
      <FormError error={(problems[0] ?? failed)?.message} {...(failed && { onRetry: retry })} />
      {isFirst && !failed && <div className="px-5 py-3"><Skeleton rows={2} height={44} /></div>}
      {!isFirst && !failed && rows.length === 0 && <EmptyState icon={Bell} title={t("No notices yet")} isCompact />}
      <ul>
        {rows.map((notice) => <NoticeItem key={notice.id} notice={notice} />)}
      </ul>
      {hasMore && (
        <div className="border-t border-line px-5 py-3 phone:px-4">
          <LoadMore shown={rows.length} total={total} hasMore={hasMore} isPending={isFetching} onMore={more} noun={t("notices")} />
        </div>
      )}
    </Card>
  );
}
