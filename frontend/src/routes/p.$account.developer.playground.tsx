import { createFileRoute } from "@tanstack/react-router";
import { PlaygroundPage } from "../features/playground/PlaygroundPage";

export const Route = createFileRoute("/p/$account/developer/playground")({ component: PlaygroundPage });
