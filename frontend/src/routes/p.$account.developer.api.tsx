import { createFileRoute } from "@tanstack/react-router";
import { ApiPage } from "../features/developer/ApiPage";

export const Route = createFileRoute("/p/$account/developer/api")({ component: ApiPage });
