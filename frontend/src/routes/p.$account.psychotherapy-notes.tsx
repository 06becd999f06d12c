import { createFileRoute } from "@tanstack/react-router";
import { PsychotherapyNotesLayout } from "../features/psychotherapynotes/PsychotherapyNotesLayout";

export const Route = createFileRoute("/p/$account/psychotherapy-notes")({ component: PsychotherapyNotesLayout });
