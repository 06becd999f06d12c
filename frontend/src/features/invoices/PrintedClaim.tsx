import type { WholeInvoiceFragment } from "../../gen/types";
import { t } from "../../text";
import { formatDate, formatMoment } from "../../text/format";
import { DescriptionList } from "../../ui/DescriptionList";
import type { Printed } from "../clients/print/usePrinting";
import { useAccount, useViewer } from "../shell/viewer";
import { invoiceTitle, statusWord } from "./invoiceWords";

interface Props {
  isClaim: boolean;
  printed: Printed<WholeInvoiceFragment> | null;
}

// What is on paper: the data of the form CMS-1500, box by box. The browser's own command prints none
// of it.
export function PrintedClaim({ isClaim, printed }: Props) {
  if (!printed) {
    return <p className="print-only">{isClaim ? t("Use Print on the page itself: what is printed is kept in the activity log.") : t("Use the PDF on the page itself: what is printed is kept in the activity log.")}</p>;
  }
  return (
    <section className="print-only" aria-label={t("What is printed")}>
      <Paper claim={printed.content} at={printed.at} />
    </section>
  );
}

function Paper({ claim, at }: { claim: WholeInvoiceFragment; at: string }) {
  const { practiceName, providerName, timeZone } = useAccount();
  const { username } = useViewer();
  const { client, payerName, kind, status, statusReason, held } = claim;
  const standing = [statusWord(status, kind), held && t("Held"), statusReason].filter(Boolean).join(", ");
  const rows = [
    { label: t("Practice"), value: <span translate="no">{practiceName}, {providerName}</span> },
    { label: t("Client"), value: <span translate="no">{t("{name}, number {number}", { name: client?.displayName ?? "", number: client?.number ?? "" })}</span> },
    { label: t("Payer"), value: <span translate="no">{payerName}</span> },
    { label: t("Date"), value: formatDate(claim.invoiceDate ?? "") },
    { label: t("Status"), value: standing },
    { label: t("Printed"), value: t("{when}, by {username}", { when: formatMoment(at, timeZone), username }) },
  ];
  return (
    <>
      <h2 className="mb-3 text-xl font-semibold">{t("{claim}: the form CMS-1500", { claim: invoiceTitle(claim.number, kind) })}</h2>
      <DescriptionList rows={rows} />
      <table className="mt-4 w-full text-xs">
        <caption className="sr-only">{t("Boxes of the form CMS-1500")}</caption>
        <thead>
          <tr>
            {[t("Box"), t("What it is"), t("What it says")].map((heading) => (
              <th key={heading} scope="col" className="border-b border-line px-1 text-left">{heading}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(claim.sheet?.boxes ?? []).filter(({ value }) => value !== "").map(({ number, title, value }) => (
            <tr key={number} className="break-inside-avoid align-top">
              <th scope="row" translate="no" className="border-b border-line px-1 text-left whitespace-nowrap">{number}</th>
              <td className="border-b border-line px-1">{title}</td>
              <td translate="no" className="border-b border-line px-1 wrap-anywhere">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
