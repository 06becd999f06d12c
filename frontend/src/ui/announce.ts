import { t } from "../text";

const regions = new Map<string, HTMLElement>();

/** Says a text to screen readers, without anything to see. Urgent interrupts what is being read. */
export function announce(text: string, urgent = false): void {
  const region = regionFor(urgent ? "assertive" : "polite");
  const line = document.createElement("div");
  line.textContent = text;
  // A new node each time: the same text twice in a row must be read twice.
  region.replaceChildren(line);
}

function regionFor(politeness: "polite" | "assertive"): HTMLElement {
  const known = regions.get(politeness);
  if (known?.isConnected) return known;
  const region = document.createElement("div");
  region.className = "sr-only";
  region.setAttribute("role", "log");
  region.setAttribute("aria-live", politeness);
  region.setAttribute("aria-relevant", "additions");
  region.setAttribute("aria-label", politeness === "polite" ? t("Announcements") : t("Alerts"));
  // React Aria hides all else from assistive technology while a dialog is open.
  region.dataset.liveAnnouncer = "true";
  document.body.append(region);
  regions.set(politeness, region);
  return region;
}
