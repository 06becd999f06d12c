import type { Page } from "playwright-core";

// Waits until a page stands still: nothing is being loaded, no skeleton shown, nothing moves.
export async function settled(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  await page.waitForFunction(
    () =>
      document.fonts.status === "loaded" &&
      !document.querySelector("[aria-busy=true]") &&
      document.getAnimations().every(({ playState }) => playState !== "running"),
  );
}
