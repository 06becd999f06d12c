import { createFileRoute } from "@tanstack/react-router";
import { ClientSessionPage } from "../features/clientsessions/ClientSessionPage";

export const Route = createFileRoute("/p/$account/client-sessions/$session")({ component: ClientSessionPage });
