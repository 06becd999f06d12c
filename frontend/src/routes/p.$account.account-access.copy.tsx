import { createFileRoute } from "@tanstack/react-router";
import { CopyPage } from "../features/copycodes/CopyPage";
import { copySearch } from "../features/copycodes/search";

export const Route = createFileRoute("/p/$account/account-access/copy")({ validateSearch: copySearch, component: CopyPage });
