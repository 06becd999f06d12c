import { createFileRoute } from "@tanstack/react-router";
import { ClientInsurancePage } from "../features/insurance/ClientInsurancePage";

export const Route = createFileRoute("/p/$account/insurance/$client")({ component: ClientInsurancePage });
