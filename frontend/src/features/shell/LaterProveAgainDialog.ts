import { later } from "../../ui/later";

export const LaterProveAgainDialog = later(() => import("../signin/ProveAgainDialog").then((module) => module.ProveAgainDialog));
