import { Copy } from "lucide-react";
import type { EntryProvenanceFragment } from "../../gen/types";
import { t } from "../../text";
import { formatDate, formatMoment } from "../../text/format";
import { useAccount, useViewer } from "../shell/viewer";

// Where a copied entry came from. An account that the viewer may not enter has no name here.
export function ProvenanceNote({ provenance }: { provenance: EntryProvenanceFragment }) {
  const { accounts } = useViewer();
  const { timeZone } = useAccount();
  const from = accounts.find(({ id }) => id === provenance.from)?.providerName ?? t("an account you cannot enter");
  return (
    <span className="inline-flex items-center gap-1 text-sm text-ink-muted">
      <Copy aria-hidden size={13} className="shrink-0" />
      <span translate="no">{t("Copied from {from} by {by} on {when}", { from, by: provenance.by, when: formatMoment(provenance.at, timeZone) })}</span>
    </span>
  );
}

// The same for a table: short, the rest is told on opening the entry.
export function ProvenanceMark({ provenance }: { provenance: EntryProvenanceFragment | null }) {
  const { accounts } = useViewer();
  if (!provenance) return <span className="text-ink-muted">{t("Entered here")}</span>;
  const from = accounts.find(({ id }) => id === provenance.from)?.providerName ?? t("an account you cannot enter");
  return (
    <span translate="no" className="text-ink-muted" title={t("by {by}", { by: provenance.by })}>
      {t("{from}, {when}", { from, when: formatDate(provenance.at.slice(0, 10)) })}
    </span>
  );
}
