import { createFileRoute } from "@tanstack/react-router";
import { ActivityLogPage } from "../features/activitylog/ActivityLogPage";
import { searchSchema } from "../features/activitylog/search";

export const Route = createFileRoute("/p/$account/activity-log/")({ validateSearch: searchSchema, component: ActivityLogPage });
