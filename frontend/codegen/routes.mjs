// What the route files are, for the generator here and for Vite's plugin: src/gen/routeTree.ts.
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

export const routes = /** @type {const} */ ({
  target: "react",
  routesDirectory: join(root, "src/routes"),
  generatedRouteTree: join(root, "src/gen/routeTree.ts"),
  quoteStyle: "double",
  semicolons: true,
});
