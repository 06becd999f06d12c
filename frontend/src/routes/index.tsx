import { createFileRoute } from "@tanstack/react-router";
import { Entrance } from "../features/shell/Entrance";
import { ClientProvider } from "../graphql/ClientProvider";

export const Route = createFileRoute("/")({ component: EntranceOfViewer });

function EntranceOfViewer() {
  return (
    <ClientProvider>
      <Entrance />
    </ClientProvider>
  );
}
