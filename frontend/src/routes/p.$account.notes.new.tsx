import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { WriteNotePage } from "../features/notes/WriteNotePage";
import { noteBegun } from "../features/notes/noteSearch";

export const Route = createFileRoute("/p/$account/notes/new")({
  validateSearch: noteBegun,
  search: { middlewares: [stripSearchParams({ day: "" })] },
  component: WriteNotePage,
});
