import { createFileRoute } from "@tanstack/react-router";
import { WorkListPage } from "../features/worklist/WorkListPage";

export const Route = createFileRoute("/p/$account/work-list")({ component: WorkListPage });
