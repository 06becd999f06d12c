import { createFileRoute } from "@tanstack/react-router";
import { ReviewPage } from "../features/activitylog/review/ReviewPage";
import { daysSchema } from "../features/activitylog/search";

export const Route = createFileRoute("/p/$account/activity-log/review")({ validateSearch: daysSchema, component: ReviewPage });
