import { createFileRoute } from "@tanstack/react-router";
import { ConsentPage } from "../features/accountaccess/consent/ConsentPage";

export const Route = createFileRoute("/p/$account/account-access/offers")({ component: ConsentPage });
