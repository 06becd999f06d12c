import { t } from "../../../text";
import { formatMoment } from "../../../text/format";
import type { PartOfRecordFragment } from "../../../gen/types";
import { useAccount, useViewer } from "../../shell/viewer";
import type { WholeClient } from "../clientFields";
import { fullName } from "../clientName";
import { LeftOutList } from "./RecordDialog";
import type { HandedOut } from "./useRecord";

// A record as it is read: on paper, and in the file, which is made of this.
export function RecordPaper({ client, record: { sections, leftOut, at } }: { client: WholeClient; record: HandedOut }) {
  const { practiceName, providerName, timeZone } = useAccount();
  const { username } = useViewer();
  return (
    <>
      <h1 className="text-xl font-semibold" translate="no">{t("Record of {name}", { name: fullName(client) })}</h1>
      <p translate="no">
        {[practiceName, providerName, t("Client {number}", { number: client.number ?? "" }), t("{when}, by {username}", { when: formatMoment(at, timeZone), username })].join(" · ")}
      </p>
      <section className="mt-4">
        <h2 className="font-semibold">{t("Left out, and why")}</h2>
        <LeftOutList all={leftOut} />
      </section>
      {sections.map(({ title, tables }) => (
        <section key={title} className="mt-5">
          <h2 className="text-lg font-semibold">{title}</h2>
          {tables.every(({ lines }) => lines.length === 0) && <p>{t("There is nothing here.")}</p>}
          {tables.map((table, index) => table.lines.length > 0 && <Table key={index} table={table} />)}
        </section>
      ))}
    </>
  );
}

function Table({ table: { title, headings, lines } }: { table: PartOfRecordFragment }) {
  return (
    <table className="mt-3 w-full text-left text-xs">
      <caption className="text-left text-sm font-medium">{title}</caption>
      {headings.length > 0 && (
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col" className="border-b border-line px-1 align-bottom">{heading}</th>
            ))}
          </tr>
        </thead>
      )}
      <tbody translate="no">
        {lines.map((cells, index) => (
          <tr key={index}>
            {cells.map((cell, column) =>
              headings.length === 0 && column === 0 ? (
                <th key={column} scope="row" className="w-40 border-b border-line px-1 align-top font-medium">{cell}</th>
              ) : (
                <td key={column} className="border-b border-line px-1 align-top whitespace-pre-wrap wrap-anywhere">{cell}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
