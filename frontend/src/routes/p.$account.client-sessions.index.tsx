import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { ClientSessionListPage } from "../features/clientsessions/ClientSessionListPage";
import { sessionListSearch } from "../features/clientsessions/sessionSearch";

export const Route = createFileRoute("/p/$account/client-sessions/")({
  validateSearch: sessionListSearch,
  search: { middlewares: [stripSearchParams({ status: "ALL", from: "", until: "" })] },
  component: ClientSessionListPage,
});
