import { createFileRoute } from "@tanstack/react-router";
import { OtherPage } from "../features/accountaccess/other/OtherPage";

export const Route = createFileRoute("/p/$account/account-access/other")({ component: OtherPage });
