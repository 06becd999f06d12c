import { createFileRoute } from "@tanstack/react-router";
import { PracticePage } from "../features/practicesetup/PracticePage";

export const Route = createFileRoute("/p/$account/practice-setup")({ component: PracticePage });
