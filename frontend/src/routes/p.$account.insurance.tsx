import { createFileRoute } from "@tanstack/react-router";
import { InsuranceLayout } from "../features/insurance/InsuranceLayout";

export const Route = createFileRoute("/p/$account/insurance")({ component: InsuranceLayout });
