import { createFileRoute } from "@tanstack/react-router";
import { WritePsychotherapyNotePage } from "../features/psychotherapynotes/WritePsychotherapyNotePage";

export const Route = createFileRoute("/p/$account/psychotherapy-notes/new")({ component: WritePsychotherapyNotePage });
