import { useSave } from "../../graphql/useSave";
import { useWhyNoForm } from "../editing/useWhyNoForm";
import { useAccount } from "../shell/viewer";
import { EntryDialog } from "./EntryDialog";
import { EntryFacts } from "./EntryFacts";
import { ProvenanceNote } from "./ProvenanceNote";
import { whySystem } from "./StateBadge";
import type { Entry } from "./entry";
import { type FileScreen, savedOf } from "./fileScreen";

interface Props<Row extends Entry, Fields extends { active: boolean }, Input> {
  screen: FileScreen<Row, Fields, Input>;
  // Absent, a new one is added.
  row: Row | null;
  onSaved: () => void;
  onClose: () => void;
}

// An entry of a master file: to be filled in, or to be read where it cannot be changed.
export function FileDialog<Row extends Entry, Fields extends { active: boolean }, Input>({ screen, row, onSaved, onClose }: Props<Row, Fields, Input>) {
  const { id: account } = useAccount();
  const mayNot = useWhyNoForm("CODES_SETUP");
  const whyNot = row?.system ? whySystem() : mayNot;
  const adding = useSave(screen.add.document);
  const editing = useSave(screen.edit.document);
  const saved = row ? savedOf(screen.empty, row) : { version: 0, fields: screen.empty };
  const { isPending, problems, clear } = row ? editing : adding;

  const send = async (version: number, input: Input) => {
    if (!row) return screen.add.read(await adding.save({ account, input }));
    return screen.edit.read(await editing.save({ account, id: row.id, version, input }));
  };
  const save = async (version: number, fields: Fields) => {
    const entry = await send(version, screen.input(fields));
    if (!entry) return undefined;
    onSaved();
    return savedOf(screen.empty, entry);
  };

  const texts = screen.texts();
  const name = (row && screen.nameOf(row)) ?? "";
  const title = row ? (texts.entry?.(name) ?? name) : texts.add;
  const note = row?.provenance && <ProvenanceNote provenance={row.provenance} />;
  const words = screen.words();
  const frame = { title, note, words, thing: row?.id, onClose };
  if (whyNot) return <EntryFacts {...frame} fields={saved.fields} whyNotEdit={whyNot} />;
  return (
    <EntryDialog {...frame} saved={saved} save={save} problems={problems} isPending={isPending} clear={clear}>
      {({ fields, set }) => <screen.Form fields={fields} set={set} labels={words.labels} isNew={row === null} />}
    </EntryDialog>
  );
}
