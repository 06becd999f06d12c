import { createRootRoute } from "@tanstack/react-router";
import { Root } from "../features/shell/Root";
import { NotFound } from "../features/shell/NotFound";

export const Route = createRootRoute({ component: Root, notFoundComponent: NotFound });
