import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { ReportsPage } from "../features/reports/ReportsPage";
import { reportDefaults, reportSearch } from "../features/reports/reportSearch";

export const Route = createFileRoute("/p/$account/reports")({
  validateSearch: reportSearch,
  search: { middlewares: [stripSearchParams(reportDefaults)] },
  component: ReportsPage,
});
