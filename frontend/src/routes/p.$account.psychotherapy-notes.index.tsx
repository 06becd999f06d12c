import { createFileRoute } from "@tanstack/react-router";
import { PsychotherapyNoteListPage } from "../features/psychotherapynotes/PsychotherapyNoteListPage";

export const Route = createFileRoute("/p/$account/psychotherapy-notes/")({ component: PsychotherapyNoteListPage });
