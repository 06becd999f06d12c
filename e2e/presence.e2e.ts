import type { Page } from "playwright-core";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { addClient } from "./steps/clients";

// What the page does every 20 seconds it also does when it is looked at again.
const lookAgain = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

test("two people at one client see each other, and who has begun to change it", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const biller = await stage.member(anna, "biller");
  const { id } = await addClient(anna, { firstName: "Ida", lastName: "Moss" });
  const first = await anna.open(`/clients/${id}`);
  await first.getByRole("heading", { name: "Ida Moss" }).waitFor();
  const second = await biller.open(`/clients/${id}/edit`);
  await second.getByText(`Also here: ${anna.username}`).waitFor();
  await second.getByLabel("City").fill("Albany");
  await lookAgain(first);
  await first.getByText(`Also here: ${biller.username} (editing)`).waitFor();
  await shot(first, "client-also-here");

  await second.getByRole("button", { name: "Save" }).click();
  await second.getByRole("heading", { name: "Ida Moss" }).waitFor();
  await second.getByRole("link", { name: "Codes Setup" }).click();
  await second.getByRole("heading", { level: 1 }).waitFor();
  await expect.poll(async () => (await lookAgain(first), first.getByText("Also here").count())).toBe(0);
});
