import type { CalendarDate } from "@internationalized/date";
import { plural, t } from "../../../text";
import { formatDate, formatMoment } from "../../../text/format";
import { SentenceText } from "../../activitylog/SentenceText";
import { sentenceOf } from "../../activitylog/sentence";
import { roleTitles } from "../../activitylog/titles";
import { useAccount } from "../../shell/viewer";
import type { WholeClient } from "../clientFields";
import { PrintHeading } from "../print/PrintHeading";
import type { Printed } from "../print/usePrinting";
import { type OpenerGroup, byOpener } from "./byOpener";
import { openerName } from "./opener";
import type { Openings } from "./useOpenings";

interface Props {
  client: WholeClient;
  begins: CalendarDate | null;
  printed: Printed<Openings> | null;
}

// What is on paper. The browser's own command prints nothing of the log: only what was fetched to be
// printed is there to be.
export function PrintedOpenings({ client, begins, printed }: Props) {
  if (!printed) return <p className="print-only">{t("Use Print on the page itself: what is printed is kept in the activity log.")}</p>;
  const groups = byOpener(printed.content.entries);
  const period = begins ? t("{from} until now", { from: formatDate(begins.toString()) }) : t("The whole log until now");
  return (
    <section className="print-only" aria-label={t("What is printed")}>
      <PrintHeading title={t("Who opened this client's record")} client={client} period={period} at={printed.at} />
      <p className="mt-3">{plural(groups.length, "{count} person, as the activity log tells.", "{count} people, as the activity log tells.")} {t("Psychotherapy notes are kept apart from the record, and are not in this list.")}</p>
      {groups.map((group) => (
        <PrintedOpener key={group.username} group={group} />
      ))}
    </section>
  );
}

function PrintedOpener({ group }: { group: OpenerGroup }) {
  const { id: account, timeZone: zone } = useAccount();
  return (
    <section className="mt-5">
      <h2 className="font-semibold">
        <span translate="no">{openerName(group)}</span>
        {group.role && <span className="font-normal"> · {roleTitles[group.role]()}</span>}
      </h2>
      <ul>
        {group.entries.map((entry) => (
          <li key={entry.id} className="grid grid-cols-[13rem_1fr] gap-3 border-t border-line py-1 text-sm">
            <span className="tabular-nums">{entry.occurredAt && formatMoment(entry.occurredAt, zone)}</span>
            <span className="wrap-anywhere">
              <SentenceText>{sentenceOf(entry, { account, zone })}</SentenceText>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
