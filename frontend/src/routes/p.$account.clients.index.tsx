import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { ClientListPage } from "../features/clients/ClientListPage";
import { clientListSearch } from "../features/clients/clientStatus";

export const Route = createFileRoute("/p/$account/clients/")({
  validateSearch: clientListSearch,
  search: { middlewares: [stripSearchParams({ status: "ACTIVE" })] },
  component: ClientListPage,
});
