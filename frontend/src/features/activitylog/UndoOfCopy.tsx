import { Suspense, lazy, useState } from "react";
import { useAccount } from "../shell/viewer";
import type { Entry } from "./entry";

const UndoCopy = lazy(() => import("../copycodes/UndoCopy").then((module) => ({ default: module.UndoCopy })));

const DAYS = 24 * 60 * 60 * 1000;
const undoableFor = 30 * DAYS;

// In the log of the account that was copied to, a copy is taken back from its own entry.
export function UndoOfCopy({ entry: { code, action, authorization, occurredAt } }: { entry: Entry }) {
  const { id, mayEdit } = useAccount();
  const [now] = useState(Date.now);
  const isCopyHere = code === "codes.copy.done" && action === "U";
  if (!isCopyHere || !authorization || !occurredAt || !mayEdit("CODES_SETUP")) return null;
  if (now - Date.parse(occurredAt) > undoableFor) return null;
  return (
    <Suspense>
      <UndoCopy account={id} job={authorization} />
    </Suspense>
  );
}
