import { createFileRoute } from "@tanstack/react-router";
import { Shell } from "../features/shell/Shell";
import { ClientProvider } from "../graphql/ClientProvider";

export const Route = createFileRoute("/p/$account")({ component: ShellOfAccount });

// The key makes everything of one account go before anything of another comes.
function ShellOfAccount() {
  const { account } = Route.useParams();
  return (
    <ClientProvider>
      <Shell accountId={account} />
    </ClientProvider>
  );
}
