import { createFileRoute } from "@tanstack/react-router";
import { Entrance } from "../features/shell/Entrance";

export const Route = createFileRoute("/")({ component: Entrance });
