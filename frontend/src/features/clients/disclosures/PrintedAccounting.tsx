import { t } from "../../../text";
import { formatDate } from "../../../text/format";
import { DescriptionList } from "../../../ui/DescriptionList";
import type { WholeClient } from "../clientFields";
import { PrintHeading } from "../print/PrintHeading";
import type { Printed } from "../print/usePrinting";
import { type Disclosure, disclosureWords } from "./disclosure";
import type { Accounting } from "./useAccounting";

interface Props {
  client: WholeClient;
  printed: Printed<Accounting> | null;
}

// The accounting that a client may ask for, on paper.
export function PrintedAccounting({ client, printed }: Props) {
  if (!printed) return <p className="print-only">{t("Use Print on the page itself: that an accounting was made is kept in the activity log.")}</p>;
  const { disclosures, totalCount, from, until } = printed.content;
  const period = t("{from} until {until}", { from: formatDate(from), until: formatDate(until) });
  return (
    <section className="print-only" aria-label={t("What is printed")}>
      <PrintHeading title={t("Accounting of disclosures")} client={client} period={period} at={printed.at} />
      <p className="mt-3">
        {disclosures?.length
          ? t("What was disclosed to others, outside of treatment, payment and health care operations (45 CFR 164.528):")
          : t("In this period nothing was disclosed to others, outside of treatment, payment and health care operations (45 CFR 164.528).")}
      </p>
      {disclosures && totalCount > disclosures.length && (
        <p className="mt-3 font-semibold">{t("This accounting is not whole: it has the latest {shown} of {count} disclosures.", { shown: String(disclosures.length), count: String(totalCount) })}</p>
      )}
      {disclosures?.map((disclosure) => (
        <PrintedDisclosure key={disclosure.id} disclosure={disclosure} />
      ))}
    </section>
  );
}

function PrintedDisclosure({ disclosure: { disclosedOn, recipient, address, what, purpose } }: { disclosure: Disclosure }) {
  const { labels } = disclosureWords();
  const rows = [
    { label: labels.disclosedOn, value: formatDate(disclosedOn ?? "") },
    { label: labels.recipient, value: <span translate="no">{[recipient, address].filter(Boolean).join(", ")}</span> },
    { label: labels.what, value: <span translate="no" className="whitespace-pre-wrap">{what}</span> },
    { label: labels.purpose, value: <span translate="no" className="whitespace-pre-wrap">{purpose}</span> },
  ];
  return (
    <div className="mt-4 break-inside-avoid border-t border-line pt-3">
      <DescriptionList rows={rows} />
    </div>
  );
}
