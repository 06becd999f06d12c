import { createFileRoute } from "@tanstack/react-router";
import { NotePage } from "../features/notes/NotePage";

export const Route = createFileRoute("/p/$account/notes/$note")({ component: NotePage });
