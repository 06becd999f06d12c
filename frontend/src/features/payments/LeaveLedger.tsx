import { ExportStatementDocument } from "../../gen/documents/features/payments/Statement";
import type { WholeLedgerFragment } from "../../gen/types";
import { t } from "../../text";
import { dayIn } from "../../text/dayIn";
import { formatDate } from "../../text/format";
import { LeaveButtons } from "../reports/LeaveButtons";
import type { Sheet } from "../reports/PrintSheet";
import { useAccount } from "../shell/viewer";

// A client's ledger as a file, and as a statement on paper.
export function LeaveLedger({ ledger: { client }, print }: { ledger: WholeLedgerFragment; print: (sheet: Sheet) => void }) {
  const { id: account, timeZone } = useAccount();
  const today = dayIn(timeZone);
  if (!client) return null;
  const about = t("{name}, client {number}, as of {day}", { name: client.displayName, number: client.number, day: formatDate(today) });
  return (
    <LeaveButtons
      document={ExportStatementDocument}
      variables={{ account, client: client.id }}
      fileOf={(found) => found.exportStatement}
      fileName={`statement-${client.number}-${today}`}
      title={t("Statement")}
      about={about}
      print={print}
    />
  );
}
