import { createFileRoute } from "@tanstack/react-router";
import { filterSchema } from "../features/accountaccess/privileges/filter";
import { PrivilegesPage } from "../features/accountaccess/privileges/PrivilegesPage";

export const Route = createFileRoute("/p/$account/account-access/privileges")({ validateSearch: filterSchema, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <PrivilegesPage search={search} onSearch={(filter) => void navigate({ search: filter, replace: true, resetScroll: false })} />;
}
