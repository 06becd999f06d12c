import { CalendarClock, CalendarOff, Check, type LucideIcon, UserX } from "lucide-react";
import type { AppointmentStatus, ShownAppointmentFragment } from "../../gen/types";
import { t } from "../../text";
import { nowIn, wallTime } from "./wallTime";

export type Appointment = ShownAppointmentFragment;

interface Look {
  label: () => string;
  icon: LucideIcon;
  badge: "accent" | "success" | "warning" | "neutral";
  // On the grid: what it is filled with, what is written on it, and its edge.
  fill: string;
  ink: string;
  edge: string;
}

// What became of an appointment: told by word and icon, colour comes on top.
export const statusLook: Record<AppointmentStatus, Look> = {
  SCHEDULED: { label: () => t("Scheduled"), icon: CalendarClock, badge: "accent", fill: "var(--color-accent-soft)", ink: "var(--color-accent-ink)", edge: "[box-shadow:inset_4px_0_0_var(--color-accent)]!" },
  KEPT: { label: () => t("Kept"), icon: Check, badge: "success", fill: "var(--color-success-soft)", ink: "var(--color-success-ink)", edge: "[box-shadow:inset_4px_0_0_var(--color-success-line)]!" },
  MISSED: { label: () => t("Missed"), icon: UserX, badge: "warning", fill: "var(--color-warning-soft)", ink: "var(--color-warning-ink)", edge: "[box-shadow:inset_4px_0_0_var(--color-warning-line)]!" },
  CANCELLED: { label: () => t("Cancelled"), icon: CalendarOff, badge: "neutral", fill: "var(--color-none-soft)", ink: "var(--color-none-ink)", edge: "[box-shadow:inset_4px_0_0_var(--color-line-strong)]!" },
};

export const lookOf = ({ status }: Appointment): Look => statusLook[status ?? "SCHEDULED"];

// What can be moved to another time.
export const isMovable = ({ status }: Appointment): boolean => status === "SCHEDULED";

export const hasBegun = ({ start }: Appointment, zone: string): boolean => start !== null && wallTime(start, zone) <= nowIn(zone);
