import { createFileRoute } from "@tanstack/react-router";
import { CodesSetupLayout } from "../features/codessetup/CodesSetupLayout";

export const Route = createFileRoute("/p/$account/codes-setup")({ component: CodesSetupLayout });
