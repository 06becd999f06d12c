import { createFileRoute } from "@tanstack/react-router";
import { PsychotherapyNotePage } from "../features/psychotherapynotes/PsychotherapyNotePage";

export const Route = createFileRoute("/p/$account/psychotherapy-notes/$psychotherapyNote")({ component: PsychotherapyNotePage });
