import { createFileRoute } from "@tanstack/react-router";
import { ApiTokensPage } from "../features/apitokens/ApiTokensPage";

export const Route = createFileRoute("/p/$account/api-tokens")({ component: ApiTokensPage });
