import { createFileRoute } from "@tanstack/react-router";
import { TokensHerePage } from "../features/accountaccess/apitokens/TokensHerePage";

export const Route = createFileRoute("/p/$account/account-access/api-tokens")({ component: TokensHerePage });
