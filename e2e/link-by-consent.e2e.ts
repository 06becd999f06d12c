import type { AskForLinkMutation } from "../frontend/src/gen/types";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";

test("a link is offered by a code and accepted by the other, and another is asked for and lowered", async ({ stage }) => {
  const [anna, ben] = await Promise.all([stage.provider("anna"), stage.provider("ben")]);
  const master = await stage.member(anna, "master");

  const offering = await ben.open("/account-access/offers");
  await offering.getByLabel("Purpose").fill("Billing in 2026");
  await offering.getByRole("button", { name: "Billing service" }).click();
  await offering.getByLabel("Last day").fill("2090-12-31");
  await shot(offering, "offers");
  await offering.getByRole("button", { name: "Make the code" }).click();
  await offering.getByRole("heading", { name: "Hand this code over" }).waitFor();
  const code = await offering.locator("p.font-mono").innerText();
  await offering.getByText("Billing in 2026").waitFor();
  await axe(offering);
  await shot(offering, "offers-made");

  const page = await master.open("/account-access/other");
  await page.getByLabel("Code", { exact: true }).fill("WRONG-CODE");
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByText("This code is not right, or not open any more.").waitFor();
  await page.getByLabel("Code", { exact: true }).fill(code.toLowerCase());
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByRole("heading", { name: `${ben.username} offers you a link` }).waitFor();
  await noSidewaysScroll(page, 320);
  await axe(page);
  await shot(page, "offers-found");
  await page.getByRole("button", { name: "Accept and link" }).click();
  await page.getByText(`is linked to the account of ${ben.account.providerName}.`).first().waitFor();
  await page.getByRole("button", { name: `Open ${ben.account.providerName}` }).waitFor();
  await offering.getByText("Accepted").waitFor();

  const levels = [{ section: "CLIENTS", level: "FULL" }, { section: "NOTES", level: "VIEW" }];
  const { askForLink } = await anna.api<AskForLinkMutation>("AskForLink", { account: anna.account.id, input: { levels, purpose: "Cover in May", expiresInDays: 7 } });
  await offering.goto(`${new URL(offering.url()).origin}/p/${ben.account.id}/account-access/other`);
  await offering.getByLabel("Code", { exact: true }).fill(askForLink?.code ?? "");
  await offering.getByRole("button", { name: "Look at it" }).click();
  await offering.getByRole("heading", { name: `${anna.username} asks to enter this account` }).waitFor();
  await offering.getByRole("radiogroup", { name: "Clients" }).getByText("View Only").click();
  await axe(offering);
  await shot(offering, "offers-asked");
  await offering.getByRole("button", { name: "Give this access" }).click();
  await offering.getByText(`${anna.username} may now enter this account.`).first().waitFor();

  await offering.goto(`${new URL(offering.url()).origin}/p/${ben.account.id}/account-access`);
  await offering.getByText("2 new").waitFor();
  await axe(offering);
  await shot(offering, "notices");
  await offering.getByRole("button", { name: "Mark as read" }).click();
  await offering.getByRole("button", { name: "Mark as read" }).waitFor({ state: "detached" });
  expect(await offering.getByText(`read by ${ben.username}`).count()).toBe(2);

  await offering.goto(`${new URL(offering.url()).origin}/p/${ben.account.id}/account-access/privileges`);
  await offering.getByRole("button", { name: `Details of ${anna.username}` }).click();
  await offering.getByRole("button", { name: "Set first and last day" }).click();
  await offering.getByLabel("Last day", { exact: true }).fill("2090-06-30");
  await offering.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await offering.getByText(`The days of ${anna.username} are saved.`).first().waitFor();
});
