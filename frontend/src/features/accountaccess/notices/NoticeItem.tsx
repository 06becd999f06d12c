import type { NoticeLineFragment } from "../../../gen/types";
import { t } from "../../../text";
import { formatMoment } from "../../../text/format";
import { useAccount } from "../../shell/viewer";

export function NoticeItem({ notice }: { notice: NoticeLineFragment }) {
  const { timeZone } = useAccount();
  return (
    <li className={`border-b border-line px-5 py-2.5 last:border-b-0 phone:px-4 ${notice.readAt ? "" : "bg-accent-soft"}`}>
      <p className={`wrap-anywhere ${notice.readAt ? "" : "font-medium"}`}>{notice.sentence}</p>
      <p className="text-sm text-ink-muted">{[notice.createdAt && formatMoment(notice.createdAt, timeZone), mailWords(notice, timeZone), readWords(notice)].filter(Boolean).join(" · ")}</p>
    </li>
  );
}

function mailWords({ mailedAt, mailFault }: NoticeLineFragment, zone: string): string {
  if (mailedAt) return t("mailed {moment}", { moment: formatMoment(mailedAt, zone) });
  return mailFault ? t("not mailed yet: {fault}", { fault: mailFault }) : t("not mailed yet");
}

const readWords = ({ readAt, readBy }: NoticeLineFragment): string => (readAt ? t("read by {username}", { username: readBy ?? "" }) : t("new"));
