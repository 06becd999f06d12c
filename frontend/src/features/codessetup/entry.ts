import type { EntryProvenanceFragment } from "../../gen/types";

// What the entries of all master files have in common.
export interface Entry {
  id: string;
  active: boolean | null;
  version: number | null;
  provenance: EntryProvenanceFragment | null;
  system?: boolean | null;
}
