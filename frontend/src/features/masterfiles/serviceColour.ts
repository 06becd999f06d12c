import type { ServiceColour } from "../../gen/types";
import { t } from "../../text";

const names: Record<ServiceColour, () => string> = {
  BLUE: () => t("Blue"),
  TEAL: () => t("Teal"),
  GREEN: () => t("Green"),
  YELLOW: () => t("Yellow"),
  ORANGE: () => t("Orange"),
  RED: () => t("Red"),
  PINK: () => t("Pink"),
  PURPLE: () => t("Purple"),
  GREY: () => t("Grey"),
};

export const colours = Object.keys(names) as readonly ServiceColour[];

export const colourName = (colour: ServiceColour): string => names[colour]();

export const colourClass: Record<ServiceColour, string> = {
  BLUE: "bg-hue-1",
  TEAL: "bg-hue-0",
  GREEN: "bg-hue-7",
  YELLOW: "bg-draft-line",
  ORANGE: "bg-hue-5",
  RED: "bg-hue-4",
  PINK: "bg-hue-3",
  PURPLE: "bg-hue-2",
  GREY: "bg-line-strong",
};
