import { later } from "../../ui/later";

export const LaterAskedFactor = later(() => import("../secondfactor/AskedFactor").then((module) => module.AskedFactor));
