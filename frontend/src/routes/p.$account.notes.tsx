import { createFileRoute } from "@tanstack/react-router";
import { NotesLayout } from "../features/notes/NotesLayout";

export const Route = createFileRoute("/p/$account/notes")({ component: NotesLayout });
