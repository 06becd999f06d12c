import { FactsDialog, type FactsDialogProps } from "../editing/FactsDialog";

// An entry of a master file to be read, where it cannot be changed.
export function EntryFacts<Fields extends object>(props: FactsDialogProps<Fields>) {
  return <FactsDialog {...props} />;
}
