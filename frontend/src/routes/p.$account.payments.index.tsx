import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { BalancesPage } from "../features/payments/BalancesPage";
import { balancesSearch } from "../features/payments/balancesSearch";

export const Route = createFileRoute("/p/$account/payments/")({
  validateSearch: balancesSearch,
  search: { middlewares: [stripSearchParams({ order: "TOTAL", over: "here" })] },
  component: BalancesPage,
});
