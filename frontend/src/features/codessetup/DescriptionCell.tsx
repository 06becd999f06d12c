import type { EntryProvenanceFragment } from "../../gen/types";
import { ProvenanceNote } from "./ProvenanceNote";

interface Props {
  text: string | null;
  provenance: EntryProvenanceFragment | null;
}

// What an entry stands for and, where it was not entered here, how it came here.
export function DescriptionCell({ text, provenance }: Props) {
  return (
    <span className="flex flex-col phone:items-end">
      <span translate="no">{text}</span>
      {provenance && <ProvenanceNote provenance={provenance} />}
    </span>
  );
}
