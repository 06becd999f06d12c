import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";

/** What a message is about: always told by its icon, colour comes on top. */
export type Kind = "info" | "success" | "warning" | "danger";

export function kindIcon(kind: Kind): LucideIcon {
  return { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert }[kind];
}

export function kindInk(kind: Kind): string {
  return { info: "text-info-ink", success: "text-success-ink", warning: "text-warning-ink", danger: "text-danger-ink" }[kind];
}

export function kindBox(kind: Kind): string {
  const boxes: Record<Kind, string> = {
    info: "border-info-line bg-info-soft",
    success: "border-success-line bg-success-soft",
    warning: "border-warning-line bg-warning-soft",
    danger: "border-danger-line bg-danger-soft",
  };
  return boxes[kind];
}
