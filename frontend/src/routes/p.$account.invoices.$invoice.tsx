import { createFileRoute } from "@tanstack/react-router";
import { InvoicePage } from "../features/invoices/InvoicePage";

export const Route = createFileRoute("/p/$account/invoices/$invoice")({ component: InvoicePage });
