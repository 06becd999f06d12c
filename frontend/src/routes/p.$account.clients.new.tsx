import { createFileRoute } from "@tanstack/react-router";
import { AddClientPage } from "../features/clients/AddClientPage";

export const Route = createFileRoute("/p/$account/clients/new")({ component: AddClientPage });
