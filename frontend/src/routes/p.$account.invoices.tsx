import { createFileRoute } from "@tanstack/react-router";
import { InvoicesLayout } from "../features/invoices/InvoicesLayout";

export const Route = createFileRoute("/p/$account/invoices")({ component: InvoicesLayout });
