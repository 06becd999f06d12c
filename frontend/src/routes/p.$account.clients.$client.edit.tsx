import { createFileRoute } from "@tanstack/react-router";
import { EditClientPage } from "../features/clients/EditClientPage";

export const Route = createFileRoute("/p/$account/clients/$client/edit")({ component: EditClientPage });
