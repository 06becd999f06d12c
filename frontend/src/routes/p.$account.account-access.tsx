import { createFileRoute } from "@tanstack/react-router";
import { AccountAccessLayout } from "../features/accountaccess/AccountAccessLayout";

export const Route = createFileRoute("/p/$account/account-access")({ component: AccountAccessLayout });
