import { createFileRoute } from "@tanstack/react-router";
import { MyAccessPage } from "../features/myaccess/MyAccessPage";

export const Route = createFileRoute("/p/$account/my-access")({ component: MyAccessPage });
