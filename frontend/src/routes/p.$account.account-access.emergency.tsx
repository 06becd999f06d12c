import { createFileRoute } from "@tanstack/react-router";
import { EmergenciesPage } from "../features/accountaccess/emergency/EmergenciesPage";

export const Route = createFileRoute("/p/$account/account-access/emergency")({ component: EmergenciesPage });
