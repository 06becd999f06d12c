import type { Locator, Page } from "playwright-core";

// What lies on the paper of a page.
export const paper = (page: Page): Locator => page.getByRole("region", { name: "What is printed", includeHidden: true });

// Presses Print, and waits until the browser is asked to print.
export async function printed(page: Page, name = "Print"): Promise<void> {
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "yes");
  });
  await page.getByRole("button", { name, exact: true }).click();
  await page.locator("body[data-printed=yes]").waitFor();
}
