import { lazy } from "react";

// What nobody sees at first comes when it is wanted, and is fetched as soon as there is time for it.
const details = () => import("./UsernameDetails").then((module) => ({ default: module.UsernameDetails }));
const review = () => import("./ReviewDialog").then((module) => ({ default: module.ReviewDialog }));
const popover = () => import("./GridPopover").then((module) => ({ default: module.GridPopover }));
const levels = () => import("./LevelFilter").then((module) => ({ default: module.LevelFilter }));
const far = () => import("./FarGridLines").then((module) => ({ default: module.FarGridLines }));

const alsoHere = () => import("../../presence/AlsoHere").then((module) => ({ default: module.AlsoHere }));
const certificate = () => import("./CertificateCard").then((module) => ({ default: module.CertificateCard }));

export const LaterAlsoHere = lazy(alsoHere);
export const LaterCertificate = lazy(certificate);
export const LaterDetails = lazy(details);
export const LaterReview = lazy(review);
export const LaterPopover = lazy(popover);
export const LaterLevelFilter = lazy(levels);
export const LaterFarGridLines = lazy(far);

export function fetchLater(): void {
  void Promise.all([popover(), details(), review()]);
}
