import { createFileRoute, stripSearchParams } from "@tanstack/react-router";
import { fileSearch, wholeFile } from "../features/codessetup/fileSearch";
import { ModifiersPage } from "../features/codessetup/modifiers/ModifiersPage";

export const Route = createFileRoute("/p/$account/codes-setup/modifiers")({
  validateSearch: fileSearch,
  search: { middlewares: [stripSearchParams(wholeFile)] },
  component: ModifiersPage,
});
