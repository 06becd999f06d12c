import { createFileRoute } from "@tanstack/react-router";
import { ClientPage } from "../features/clients/ClientPage";

export const Route = createFileRoute("/p/$account/clients/$client/")({ component: ClientPage });
