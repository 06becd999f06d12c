import { later } from "../../ui/later";
import { PageSkeleton } from "./PageSkeleton";

export const LaterPasswordChange = later(() => import("../signin/ForcedPasswordChange").then((module) => module.ForcedPasswordChange), PageSkeleton);
