import { createFileRoute } from "@tanstack/react-router";
import { EvidencePage } from "../features/accountaccess/review/EvidencePage";
import { evidenceSchema } from "../features/accountaccess/review/evidenceSearch";

export const Route = createFileRoute("/p/$account/account-access/access-review/evidence")({ validateSearch: evidenceSchema, component: Page });

function Page() {
  return <EvidencePage {...Route.useSearch()} />;
}
