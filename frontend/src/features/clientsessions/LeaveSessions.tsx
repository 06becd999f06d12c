import { ExportSessionsDocument } from "../../gen/documents/features/clientsessions/ExportSessions";
import type { ClientSessionStatus } from "../../gen/types";
import { t } from "../../text";
import { dayIn } from "../../text/dayIn";
import { formatDate } from "../../text/format";
import { LeaveButtons } from "../reports/LeaveButtons";
import type { Sheet } from "../reports/PrintSheet";
import { useAccount } from "../shell/viewer";

export interface Asked {
  account: string;
  client: string | null;
  search: string;
  status: ClientSessionStatus | null;
  from: string | null;
  until: string | null;
}

interface Props {
  asked: Asked;
  count: number;
  print: (sheet: Sheet) => void;
}

// The list as it is filtered, as a file and on paper.
export function LeaveSessions({ asked, count, print }: Props) {
  const today = dayIn(useAccount().timeZone);
  return (
    <LeaveButtons
      document={ExportSessionsDocument}
      variables={asked}
      fileOf={(found) => found.exportSessions}
      fileName={`client-sessions-${today}`}
      {...(count === 0 && { whyNothing: t("There is nothing in the list.") })}
      title={t("Client Sessions")}
      about={formatDate(today)}
      print={print}
    />
  );
}
