import { createFileRoute } from "@tanstack/react-router";
import { AccessReviewPage } from "../features/accountaccess/review/AccessReviewPage";

export const Route = createFileRoute("/p/$account/account-access/access-review/")({ component: AccessReviewPage });
