import { useQuery } from "urql";
import { WhoCanGrantDocument } from "../../gen/documents/features/shell/Account";
import type { Section } from "../../gen/types";
import { t } from "../../text";
import { sectionTitle } from "../shell/sections";
import { useAccount } from "../shell/viewer";

// A step that is somebody else's to do: who can let one do it.
export function WhoCan({ section }: { section: Section }) {
  const { id } = useAccount();
  const [{ data }] = useQuery({ query: WhoCanGrantDocument, variables: { account: id, section, level: "FULL" } });
  const names = data?.account?.explainAccess?.whoCanGrant ?? [];
  return (
    <p className="mt-1 text-sm text-ink-muted">
      {t("This needs Full Access to {section}.", { section: sectionTitle(section) })} {names.length > 0 && t("Ask:")} <span translate="no" className="font-medium text-ink">{names.join(", ")}</span>
    </p>
  );
}
