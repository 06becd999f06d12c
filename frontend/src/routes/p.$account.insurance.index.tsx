import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { InsurancePage } from "../features/insurance/InsurancePage";
import { authorizationSearch } from "../features/insurance/filter";

export const Route = createFileRoute("/p/$account/insurance/")({
  validateSearch: authorizationSearch,
  search: { middlewares: [stripSearchParams({ show: "RUNNING_OUT" })] },
  component: InsurancePage,
});
