import { AddNoteTemplateDocument, EditNoteTemplateDocument, NoteTemplatesDocument } from "../../../gen/documents/features/codessetup/notetemplates/NoteTemplates";
import type { NoteTemplateEntryFragment, NoteTemplateInput } from "../../../gen/types";
import { t } from "../../../text";
import { DescriptionCell } from "../DescriptionCell";
import { FilePage } from "../FilePage";
import { type FileScreen, asked } from "../fileScreen";
import { labelOf } from "../words";
import { NoteTemplateForm } from "./NoteTemplateForm";
import { type NoteTemplateFields, emptyNoteTemplate, noteTypeOptions, noteTemplateWords } from "./noteTemplate";

const screen: FileScreen<NoteTemplateEntryFragment, NoteTemplateFields, NoteTemplateInput> = {
  file: "NOTE_TEMPLATES",
  texts: () => ({
    title: t("Note Templates"),
    add: t("Add note template"),
    empty: t("This account has no note templates yet"),
    searchFor: t("Search names"),
    noun: t("note templates"),
  }),
  list: asked(NoteTemplatesDocument, ({ account }) => account?.noteTemplates),
  add: asked(AddNoteTemplateDocument, ({ addNoteTemplate }) => addNoteTemplate?.noteTemplate),
  edit: asked(EditNoteTemplateDocument, ({ editNoteTemplate }) => editNoteTemplate?.noteTemplate),
  empty: emptyNoteTemplate,
  input: (fields) => fields,
  words: noteTemplateWords,
  nameOf: ({ name }) => name,
  columns: () => [
    { id: "name", header: t("Name"), cell: ({ name, provenance }) => <DescriptionCell text={name} provenance={provenance} />, isRowHeader: true },
    { id: "noteType", header: t("Type of note"), cell: ({ noteType }) => labelOf(noteTypeOptions(), noteType), width: "9rem" },
    { id: "body", header: t("Begins with"), cell: ({ body }) => <span translate="no" className="line-clamp-2">{body}</span>, hideOnPhone: true },
  ],
  Form: NoteTemplateForm,
};

export const NoteTemplatesPage = () => <FilePage screen={screen} />;
