import { createFileRoute } from "@tanstack/react-router";
import { ClientsLayout } from "../features/clients/ClientsLayout";

export const Route = createFileRoute("/p/$account/clients")({ component: ClientsLayout });
