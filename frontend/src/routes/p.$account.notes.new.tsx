import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { WriteNotePage } from "../features/notes/WriteNotePage";

export const Route = createFileRoute("/p/$account/notes/new")({ validateSearch: v.object({ client: v.optional(v.string()) }), component: WriteNotePage });
