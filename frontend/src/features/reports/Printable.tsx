import { type ReactNode, useState } from "react";
import { PrintSheet, type Sheet } from "./PrintSheet";

// A page of which only that is printed which the server handed out for paper.
export function Printable({ children }: { children: (print: (sheet: Sheet) => void) => ReactNode }) {
  const [sheet, setSheet] = useState<Sheet>();
  return (
    <>
      <div className="no-print flex min-w-0 flex-col gap-5">{children(setSheet)}</div>
      <PrintSheet sheet={sheet} onPrinted={() => setSheet(undefined)} />
    </>
  );
}
