import type { Page } from "playwright-core";

// Waits until a page stands still: nothing is being loaded, no skeleton shown, nothing moves.
export async function settled(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  await page.waitForFunction(
    () =>
      document.fonts.status === "loaded" &&
      !document.querySelector("[aria-busy=true]") &&
      // A calendar draws its rows first, and what stands in them once it knows its size.
      [...document.querySelectorAll("[role=row]")].every((row) => row.querySelector("[role=cell], [role=gridcell], [role=columnheader], [role=rowheader]")) &&
      document.getAnimations().every(({ playState }) => playState !== "running"),
  );
}
