import { createRootRoute, lazyRouteComponent } from "@tanstack/react-router";
import { Root } from "../features/shell/Root";

// Few ever see it: it is not among what every page loads.
const NotFound = lazyRouteComponent(() => import("../features/shell/NotFound"), "NotFound");

export const Route = createRootRoute({ component: Root, notFoundComponent: NotFound });
