import { Bell, Check } from "lucide-react";
import { useQuery } from "urql";
import { NoticesDocument, ReadNoticesDocument } from "../../../gen/documents/features/accountaccess/notices/Notices";
import { problemsOf } from "../../../graphql/problem";
import { useSave } from "../../../graphql/useSave";
import { useLive } from "../../../live/useLive";
import { plural, t } from "../../../text";
import { Badge } from "../../../ui/Badge";
import { Button } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { EmptyState } from "../../../ui/EmptyState";
import { FormError } from "../../../ui/FormError";
import { Skeleton } from "../../../ui/Skeleton";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";
import { NoticeItem } from "./NoticeItem";

// What whoever runs the account is told about the access of others.
export function NoticesCard() {
  const { id } = useAccount();
  const [{ data, error }, again] = useQuery({ query: NoticesDocument, variables: { account: id }, requestPolicy: "cache-and-network" });
  useLive("ACCOUNT_ACCESS", () => again({ requestPolicy: "network-only", background: true }));
  const { save, isPending, problems } = useSave(ReadNoticesDocument);
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  const notices = data?.account?.notices ?? undefined;
  const unread = notices?.filter(({ readAt }) => !readAt).length ?? 0;
  const newest = notices?.[0]?.id;
  const read = async () => {
    if (newest && (await save({ account: id, id: newest }))) again({ requestPolicy: "network-only" });
  };
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
      <FormError error={problems[0]?.message ?? (notices ? null : problemsOf(error)[0]?.message)} />
      {!notices && !error && <div className="px-5 py-3"><Skeleton rows={2} height={44} /></div>}
      {notices?.length === 0 && <EmptyState icon={Bell} title={t("No notices yet")} isCompact />}
      <ul>
        {notices?.map((notice) => <NoticeItem key={notice.id} notice={notice} />)}
      </ul>
    </Card>
  );
}
