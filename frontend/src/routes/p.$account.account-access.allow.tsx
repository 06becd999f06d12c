import { createFileRoute } from "@tanstack/react-router";
import { AllowPage } from "../features/accountaccess/allow/AllowPage";

export const Route = createFileRoute("/p/$account/account-access/allow")({ component: AllowPage });
