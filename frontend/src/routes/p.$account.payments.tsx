import { createFileRoute } from "@tanstack/react-router";
import { PaymentsLayout } from "../features/payments/PaymentsLayout";

export const Route = createFileRoute("/p/$account/payments")({ component: PaymentsLayout });
