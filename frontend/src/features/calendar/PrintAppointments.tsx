import { parseDate } from "@internationalized/date";
import { ExportAppointmentsDocument } from "../../gen/documents/features/calendar/ExportAppointments";
import { t } from "../../text";
import { LeaveButtons } from "../reports/LeaveButtons";
import type { Sheet } from "../reports/PrintSheet";
import { useAccount } from "../shell/viewer";
import type { View } from "./calendarSearch";
import { daysOf, titleOf } from "./range";

interface Props {
  view: View;
  day: string;
  client: string | undefined;
  print: (sheet: Sheet) => void;
}

// The days that are shown, on paper: one appointment under the other.
export function PrintAppointments({ view, day, client, print }: Props) {
  const { id: account } = useAccount();
  const { from, until } = daysOf(view, day);
  const days = { from, until: parseDate(until).subtract({ days: 1 }).toString() };
  return (
    <LeaveButtons
      document={ExportAppointmentsDocument}
      variables={{ account, days, client: client ?? null }}
      fileOf={(found) => found.exportAppointments}
      fileName={`appointments-${from}`}
      uses={["PAPER"]}
      title={t("Appointments")}
      about={titleOf(view, day)}
      print={print}
    />
  );
}
