import { createFileRoute } from "@tanstack/react-router";
import { DisclosuresPage } from "../features/clients/disclosures/DisclosuresPage";

export const Route = createFileRoute("/p/$account/clients/$client/disclosures")({ component: DisclosuresPage });
