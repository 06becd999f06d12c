import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { AddClientSessionPage } from "../features/clientsessions/AddClientSessionPage";

export const Route = createFileRoute("/p/$account/client-sessions/new")({
  validateSearch: v.object({ appointment: v.optional(v.fallback(v.string(), "")) }),
  component: AddClientSessionPage,
});
