import { createFileRoute } from "@tanstack/react-router";
import { AuthorizePage } from "../features/oauth/AuthorizePage";
import { ClientProvider } from "../graphql/ClientProvider";

export const Route = createFileRoute("/oauth/authorize")({ component: AuthorizeAsViewer });

function AuthorizeAsViewer() {
  return (
    <ClientProvider>
      <AuthorizePage />
    </ClientProvider>
  );
}
