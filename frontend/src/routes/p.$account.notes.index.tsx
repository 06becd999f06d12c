import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { NoteListPage } from "../features/notes/NoteListPage";
import { noteListSearch } from "../features/notes/noteSearch";

export const Route = createFileRoute("/p/$account/notes/")({
  validateSearch: noteListSearch,
  search: { middlewares: [stripSearchParams({ type: "ANY", status: "ANY", from: "", until: "" })] },
  component: NoteListPage,
});
