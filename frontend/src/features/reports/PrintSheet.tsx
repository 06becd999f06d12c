import { useEffect, useEffectEvent } from "react";
import type { LeavingFragment } from "../../gen/types";
import { t } from "../../text";
import { useAccount } from "../shell/viewer";

export interface Sheet {
  title: string;
  /** What it is of, such as its days. */
  about: string;
  file: LeavingFragment;
}

interface Props {
  sheet: Sheet | undefined;
  onPrinted: () => void;
}

// All that is ever printed of this page: what the server handed out for paper.
export function PrintSheet({ sheet, onPrinted }: Props) {
  const printed = useEffectEvent(onPrinted);
  useEffect(() => {
    if (!sheet) return;
    const done = () => printed();
    window.addEventListener("afterprint", done, { once: true });
    window.print();
    return () => window.removeEventListener("afterprint", done);
  }, [sheet]);
  return <div className="print-only">{sheet ? <Paper {...sheet} /> : <p>{t("This page is printed with its Print button, and the activity log tells so.")}</p>}</div>;
}

function Paper({ title, about, file }: Sheet) {
  const { providerName, practiceName } = useAccount();
  return (
    <>
      <h1 className="text-xl font-semibold">{title}</h1>
      <p translate="no">{[practiceName, providerName, about].filter(Boolean).join(" · ")}</p>
      <table className="mt-4 w-full text-xs">
        <thead>
          <tr>
            {file.headings.map((heading) => (
              <th key={heading} scope="col" className="border-b border-line px-1 text-left align-bottom">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody translate="no">
          {file.lines.map((line, index) => (
            <Line key={index} cells={line} />
          ))}
          {file.total && <Line cells={file.total} isTotal />}
        </tbody>
      </table>
    </>
  );
}

const number = /^-?\d+(\.\d\d)?$/;

function Line({ cells, isTotal = false }: { cells: string[]; isTotal?: boolean }) {
  return (
    <tr className={isTotal ? "font-semibold" : ""}>
      {cells.map((cell, index) => (
        <td key={index} className={`border-b border-line px-1 ${number.test(cell) ? "text-right tabular-nums" : ""}`}>
          {cell}
        </td>
      ))}
    </tr>
  );
}
