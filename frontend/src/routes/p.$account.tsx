import { createFileRoute } from "@tanstack/react-router";
import { Shell } from "../features/shell/Shell";

export const Route = createFileRoute("/p/$account")({ component: ShellOfAccount });

// The key makes everything of one account go before anything of another comes.
function ShellOfAccount() {
  const { account } = Route.useParams();
  return <Shell accountId={account} />;
}
