import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { oldProof } from "./harness/oldProof";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { totp } from "./harness/totp";

test("a second factor is set up, asked for at the door, and asked of everybody who enters", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const desk = await stage.member(anna, "desk");
  const page = await anna.open("/my-access");
  const mine = page.getByRole("region", { name: "My second factor" });
  await mine.getByRole("button", { name: "Set up an authenticator app" }).click();
  const dialog = page.getByRole("dialog");
  const key = (await dialog.locator("[data-key]").getAttribute("data-key")) ?? "";
  await dialog.getByRole("img", { name: /QR code/ }).waitFor();
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "second-factor-scan");
  await dialog.getByRole("textbox", { name: "Code" }).fill("000000");
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await dialog.getByText(/This is not what the app shows/).waitFor();
  await dialog.getByRole("textbox", { name: "Code" }).fill(totp(key));
  await dialog.getByRole("button", { name: "Confirm" }).click();
  const codes = dialog.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect.poll(() => codes.count()).toBe(10);
  const recovery = (await codes.first().textContent()) ?? "";
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "recovery-codes");
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toBe("lanyard-recovery-codes.txt");
  await dialog.getByText("I have kept them").click();
  await dialog.getByRole("button", { name: "Done" }).click();
  await mine.getByText(/10 recovery codes are left/).waitFor();
  await shot(page, "second-factor");

  // A proof that is not fresh is asked for in place, and what was begun goes on. That it is old is brought forward.
  await oldProof(page, "SetSignInRules");
  await page.goto(`/p/${anna.account.id}/account-access/sign-ins`);
  await page.getByText("Everybody who enters needs a second factor").click();
  await page.getByRole("button", { name: "Save" }).click();
  const proof = page.getByRole("dialog", { name: "Is it still you?" });
  await proof.getByLabel("Password", { exact: true }).fill(anna.password);
  await proof.getByRole("textbox", { name: "Code" }).fill(recovery);
  await axe(page);
  await shot(page, "prove-again");
  await proof.getByRole("button", { name: "Go on" }).click();
  await page.getByText("The rules for sign-ins are saved.").waitFor();
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "second-factors-of-account");

  // Whoever has none may sign in, and enters once there is one.
  const theirs = await desk.open("/");
  await theirs.getByRole("button", { name: "Set up an authenticator app" }).waitFor();
  await axe(theirs);
  await noSidewaysScroll(theirs, 320);
  await shot(theirs, "second-factor-needed");

  // At the door: a wrong code keeps the second step, a right one enters.
  await page.getByRole("button", { name: `Signed in as ${anna.username}` }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("textbox", { name: "Username" }).fill(anna.username);
  await page.getByLabel("Password", { exact: true }).fill(anna.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  const second = page.getByRole("form", { name: "Second factor" });
  await second.getByRole("textbox", { name: "Code" }).fill("000000");
  await second.getByRole("button", { name: "Sign in" }).click();
  await second.getByText(/This code is not right/).waitFor();
  await axe(page);
  await shot(page, "sign-in-code");
  await second.getByRole("textbox", { name: "Code" }).fill(totp(key, 1));
  await second.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation").first().waitFor();
});
