import { createFileRoute } from "@tanstack/react-router";
import { OverviewPage } from "../features/accountaccess/overview/OverviewPage";

export const Route = createFileRoute("/p/$account/account-access/")({ component: OverviewPage });
