import { t } from "../../text";
import type { Column } from "../../ui/column";
import { DataTable } from "../../ui/DataTable";
import { VisuallyHidden } from "../../ui/VisuallyHidden";
import type { Change } from "./changes";

// What an entry changed, field by field.
export function ChangeTable({ changes }: { changes: Change[] }) {
  const hasUsernames = changes.some(({ username }) => username);
  return (
    <div className="overflow-clip rounded-md border border-line bg-surface">
      <DataTable caption={t("What changed")} columns={hasUsernames ? [username, ...fields] : fields} rows={changes} rowKey={({ key }) => key} isDense phone="scroll" />
    </div>
  );
}

const username: Column<Change> = { id: "username", header: t("Username"), cell: (c) => <span translate="no">{c.username ?? ""}</span> };

const fields: Column<Change>[] = [
  { id: "what", header: t("What"), cell: ({ what }) => what, isRowHeader: true },
  { id: "before", header: t("Before"), cell: (c) => <Value {...c} text={c.before} /> },
  { id: "after", header: t("After"), cell: (c) => <Value {...c} text={c.after} /> },
];

function Value({ text, isPrivate }: { text: string; isPrivate: boolean }) {
  if (isPrivate) return <span className="text-ink-muted">{t("not kept: personal")}</span>;
  if (text !== "") return <span translate="no">{text}</span>;
  return (
    <>
      <span aria-hidden className="text-ink-muted">–</span>
      <VisuallyHidden>{t("empty")}</VisuallyHidden>
    </>
  );
}
