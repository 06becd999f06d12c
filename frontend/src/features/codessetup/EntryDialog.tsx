import { EditDialog, type EditDialogProps } from "../editing/EditDialog";

// An entry of a master file to be filled in.
export function EntryDialog<Fields extends object>(props: Omit<EditDialogProps<Fields>, "section">) {
  return <EditDialog {...props} section="CODES_SETUP" />;
}
