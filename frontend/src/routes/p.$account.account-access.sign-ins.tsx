import { createFileRoute } from "@tanstack/react-router";
import { SignInsPage } from "../features/accountaccess/signins/SignInsPage";

export const Route = createFileRoute("/p/$account/account-access/sign-ins")({ component: SignInsPage });
