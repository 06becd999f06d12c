import type { CodesDriftEntriesQuery } from "../../../gen/types";
import { t } from "../../../text";
import { DataTable } from "../../../ui/DataTable";
import type { Column } from "../../../ui/column";
import { fieldName, fieldValue } from "../fields";

type Entry = NonNullable<CodesDriftEntriesQuery["codesDrift"]>[number]["entries"][number];

interface Row {
  key: string;
  label: string;
  field: string;
  here: string;
  there: string;
}

interface Props {
  entries: readonly Entry[];
  here: string;
  there: string;
}

export function DriftTable({ entries, here, there }: Props) {
  return <DataTable caption={t("What differs")} columns={columns(here, there)} rows={entries.flatMap(rowsOf)} rowKey={({ key }) => key} isDense />;
}

// A row for each field that differs, and one for an entry that only one side has.
function rowsOf({ label, description, state, differences }: Entry, at: number): Row[] {
  if (state === "DIFFERS") {
    return differences.map(({ field, theirs, ours }) => ({ key: `${at} ${field}`, label, field: fieldName(field), here: fieldValue(field, theirs), there: fieldValue(field, ours) }));
  }
  const is = description || t("Is there");
  const row = { key: String(at), label, field: t("Whole entry") };
  return [state === "ONLY_HERE" ? { ...row, here: is, there: t("(none)") } : { ...row, here: t("(none)"), there: is }];
}

const columns = (here: string, there: string): Column<Row>[] => [
  { id: "entry", header: t("Entry"), cell: ({ label }) => <span translate="no">{label}</span>, isRowHeader: true },
  { id: "field", header: t("Field"), cell: ({ field }) => field },
  { id: "here", header: <span translate="no">{here}</span>, cell: (row) => <span translate="no" className="wrap-anywhere">{row.here}</span> },
  { id: "there", header: <span translate="no">{there}</span>, cell: (row) => <span translate="no" className="wrap-anywhere">{row.there}</span> },
];
