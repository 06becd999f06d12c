import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { OpenedByPage } from "../features/clients/opened/OpenedByPage";
import { openedSearch } from "../features/clients/opened/openedSearch";

export const Route = createFileRoute("/p/$account/clients/$client/opened")({
  validateSearch: openedSearch,
  search: { middlewares: [stripSearchParams({ period: "YEAR" })] },
  component: OpenedByPage,
});
