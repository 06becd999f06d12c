import { createFileRoute } from "@tanstack/react-router";
import { ClientSessionsLayout } from "../features/clientsessions/ClientSessionsLayout";

export const Route = createFileRoute("/p/$account/client-sessions")({ component: ClientSessionsLayout });
