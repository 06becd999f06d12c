import { Copy } from "lucide-react";
import type { EntryProvenanceFragment } from "../../gen/types";
import { t } from "../../text";
import { formatMoment } from "../../text/format";
import { useAccount, useViewer } from "../shell/viewer";

// Where a copied entry came from. An account that the viewer may not enter has no name.
export function ProvenanceNote({ provenance }: { provenance: EntryProvenanceFragment }) {
  const { accounts } = useViewer();
  const { timeZone } = useAccount();
  const from = accounts.find(({ id }) => id === provenance.from)?.providerName ?? t("another account");
  return (
    <span className="flex items-start gap-1 text-sm text-ink-muted">
      <Copy aria-hidden size={13} className="mt-0.5 shrink-0" />
      <span translate="no">{t("Copied from {from} by {by} on {when}", { from, by: provenance.by, when: formatMoment(provenance.at, timeZone) })}</span>
    </span>
  );
}
