import { t } from "../../text";
import { toast } from "../../ui/toast";
import { useQuickSave } from "../editing/useQuickSave";
import { useAccount } from "../shell/viewer";
import type { Entry } from "./entry";
import { type FileScreen, savedOf } from "./fileScreen";

// Changes of an entry that are made with one press, in the list.
export function useChangeRow<Row extends Entry, Fields extends { active: boolean }, Input>(screen: FileScreen<Row, Fields, Input>, onChanged: () => void) {
  const { id: account } = useAccount();
  const save = useQuickSave(screen.edit.document);

  const change = async (row: Row, fields: Partial<Fields>) => {
    const saved = savedOf(screen.empty, row);
    const changed = screen.edit.read(await save({ account, id: row.id, version: saved.version, input: screen.input({ ...saved.fields, ...fields }) }, { shown: { ...saved.fields, ...fields }, labels: screen.words().labels }));
    onChanged();
    return changed;
  };
  const setActive = async (row: Row, active: boolean) => {
    const saved = await change(row, { active } as Partial<Fields>);
    if (!saved) return;
    const name = screen.nameOf(row) ?? "";
    toast({ text: active ? t("{name} is active again.", { name }) : t("{name} is no longer offered.", { name }), action: { label: t("Undo"), onPress: () => void setActive(saved, !active) } });
  };
  return { change, setActive };
}
