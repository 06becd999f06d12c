import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { fileSearch, wholeFile } from "../features/codessetup/fileSearch";
import { NoteTemplatesPage } from "../features/codessetup/notetemplates/NoteTemplatesPage";

export const Route = createFileRoute("/p/$account/codes-setup/note-templates")({
  validateSearch: fileSearch,
  search: { middlewares: [stripSearchParams(wholeFile)] },
  component: NoteTemplatesPage,
});
