import { createFileRoute } from "@tanstack/react-router";
import { WebhooksPage } from "../features/accountaccess/webhooks/WebhooksPage";

export const Route = createFileRoute("/p/$account/account-access/webhooks")({ component: WebhooksPage });
