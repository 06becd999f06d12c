import type { ReactNode } from "react";
import { AlsoHere } from "./AlsoHere";

interface Props {
  note: ReactNode;
  // Absent where what is in the dialog is not there yet.
  id: string | undefined;
  editing?: boolean;
}

// What stands below the title of a dialog, and who else has the same thing open.
export function NoteAlsoHere({ note, id, editing }: Props) {
  if (!id) return note;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {note}
      <AlsoHere id={id} editing={editing} />
    </span>
  );
}
