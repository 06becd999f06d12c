import { plural, t } from "../../../text";
import { Banner } from "../../../ui/Banner";
import { DataTable } from "../../../ui/DataTable";
import { Fact } from "../../../ui/Fact";
import { Facts } from "../../../ui/Facts";
import type { Column } from "../../../ui/column";
import type { Preview } from "./useImport";

type Fault = Preview["faults"][number];

export function ImportPreview({ preview: { created, changed, same, faults, faultCount } }: { preview: Preview }) {
  return (
    <div role="status" className="flex flex-col gap-4">
      <Facts>
        <Fact label={t("New")}>{created}</Fact>
        <Fact label={t("Changed")}>{changed}</Fact>
        <Fact label={t("As they are")}>{same}</Fact>
      </Facts>
      {faultCount > 0 && (
        <>
          <Banner kind="danger" title={plural(faultCount, "{count} thing is to be mended in the file", "{count} things are to be mended in the file")}>
            {t("Nothing is imported until then.")}
            {faultCount > faults.length && ` ${t("These are the first {count}.", { count: faults.length })}`}
          </Banner>
          <DataTable caption={t("What is to be mended")} columns={columns()} rows={faults} rowKey={({ line, column, message }) => `${line} ${column} ${message}`} isDense />
        </>
      )}
      {faultCount === 0 && created + changed === 0 && <Banner kind="success">{t("Everything in this file is here already.")}</Banner>}
    </div>
  );
}

const columns = (): Column<Fault>[] => [
  { id: "line", header: t("Line"), cell: ({ line }) => t("Line {line}", { line }), width: "5.5rem", isRowHeader: true },
  { id: "column", header: t("Column"), cell: ({ column }) => (column ? <span translate="no">{column}</span> : t("The whole line")), width: "9rem" },
  { id: "message", header: t("What is wrong"), cell: ({ message }) => <span translate="no">{message}</span> },
];
