import { createFileRoute } from "@tanstack/react-router";
import { LedgerPage } from "../features/payments/LedgerPage";

export const Route = createFileRoute("/p/$account/payments/$client")({ component: LedgerPage });
