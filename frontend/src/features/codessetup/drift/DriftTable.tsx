import type { CodesDriftQuery } from "../../../gen/types";
import { plural, t } from "../../../text";
import { DataTable } from "../../../ui/DataTable";
import type { Column } from "../../../ui/column";
import { fieldName, fieldValue } from "../../masterfiles/fields";
import { tallyOf } from "./sources";

type Entries = NonNullable<CodesDriftQuery["codesDrift"]>["entries"];
interface Row {
  key: string;
  label: string;
  field: string;
  here: string;
  there: string;
}

interface Props {
  entries: Entries;
  compared: number;
  provider: string;
}

export function DriftTable({ entries, compared, provider }: Props) {
  const rows = entries.flatMap(({ id, label, differences }) =>
    differences.map(({ field, theirs, ours }): Row => ({ key: `${id} ${field}`, label, field, here: fieldValue(field, theirs), there: fieldValue(field, ours) })),
  );
  const fields = tallyOf(entries).map(([field, count]) => t("{field}: {count}", { field: fieldName(field), count }));
  return (
    <>
      <p>
        <span className="font-medium">{plural(entries.length, "{count} entry of {compared} differs", "{count} entries of {compared} differ", { compared })}</span>{" "}
        <span className="text-ink-muted">({fields.join(", ")})</span>
      </p>
      <DataTable caption={t("What differs")} columns={columns(provider)} rows={rows} rowKey={({ key }) => key} isDense />
    </>
  );
}

const columns = (provider: string): Column<Row>[] => [
  { id: "entry", header: t("Entry"), cell: ({ label }) => <span translate="no">{label}</span>, isRowHeader: true },
  { id: "field", header: t("Field"), cell: ({ field }) => fieldName(field) },
  { id: "here", header: t("Here"), cell: ({ here }) => <span translate="no" className="wrap-anywhere">{here}</span> },
  { id: "there", header: <span translate="no">{provider}</span>, cell: ({ there }) => <span translate="no" className="wrap-anywhere">{there}</span> },
];
