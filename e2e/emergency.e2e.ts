import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";

test("emergency access: settled by the owner, started with a reason, on a clock, ended, and reviewed by somebody else", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const june = await stage.member(anna, "june", { CALENDAR: "VIEW" });
  await anna.api("AddClient", { account: anna.account.id, input: { firstName: "Zelda", lastName: "Quince" } });

  const owner = await anna.open("/account-access/emergency");
  await owner.getByText("Nobody has used it yet").waitFor();
  await owner.getByText(june.username).click();
  await owner.getByRole("radiogroup", { name: "Clients" }).getByText("View Only").click();
  await owner.getByLabel("Who is told besides the owner").fill("Dr Zoe");
  await owner.getByLabel("Their e-mail address").fill("zoe@example.com");
  await axe(owner);
  await shot(owner, "emergency-settings");
  await owner.getByRole("button", { name: "Save" }).click();
  await owner.getByText("What may be opened in an emergency is settled.").waitFor();

  const page = await june.open("/clients");
  await page.getByRole("link", { name: "Emergency access" }).click();
  await page.getByRole("heading", { name: "Open at once" }).waitFor();
  await page.getByLabel("What has happened").fill("A client is in danger, and Anna cannot be reached.");
  await page.getByRole("radiogroup", { name: "Clients" }).getByText("View Only").click();
  await noSidewaysScroll(page, 320);
  await axe(page);
  await shot(page, "emergency-start");
  await page.getByRole("button", { name: "Start emergency access" }).click();
  await page.getByRole("heading", { name: "Your emergency access runs" }).waitFor();
  const banner = page.getByRole("region", { name: "Emergency access" });
  await banner.getByRole("timer").getByText(/^3:59:/).waitFor();
  await page.getByRole("main").getByRole("link", { name: "Clients" }).click();
  await page.getByText("Quince").first().waitFor();
  await banner.getByText("A client is in danger").waitFor();
  await noSidewaysScroll(page, 320);
  await axe(page);
  await shot(page, "emergency-banner");

  const item = owner.getByRole("listitem").filter({ hasText: "A client is in danger" });
  await item.getByText("Runs", { exact: true }).waitFor();
  await shot(owner, "emergency-live");
  await item.getByRole("button", { name: /^End the emergency access/ }).click();
  await page.getByRole("heading", { name: "You have No Access to Clients" }).waitFor();
  await banner.waitFor({ state: "detached" });
  expect(await page.getByText("Quince").count()).toBe(0);

  await item.getByRole("button", { name: "What was done" }).click();
  await item.getByText(`${june.username} listed`).first().waitFor();
  await item.getByText("Not justified").click();
  await item.getByLabel("What you found").fill("Anna could be reached.");
  await axe(owner);
  await shot(owner, "emergency-review");
  await item.getByRole("button", { name: "Keep the review" }).click();
  await item.getByText(`Not justified, says ${anna.username}`).waitFor();
});
