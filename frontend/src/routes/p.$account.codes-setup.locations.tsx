import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { fileSearch, wholeFile } from "../features/codessetup/fileSearch";
import { LocationsPage } from "../features/codessetup/locations/LocationsPage";

export const Route = createFileRoute("/p/$account/codes-setup/locations")({
  validateSearch: fileSearch,
  search: { middlewares: [stripSearchParams(wholeFile)] },
  component: LocationsPage,
});
