import type { Page } from "playwright-core";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";

// A device with a fingerprint reader that always reads the right finger.
async function device(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const;
  await cdp.send("WebAuthn.addVirtualAuthenticator", { options });
}

test("a passkey is added, signs in, and goes again", async ({ stage }) => {
  const anna = await stage.provider("anna");
  stage.watch.allow(/^request to elsewhere: http:\/\/localhost:/, "the same server by its name");
  // A passkey belongs to a name, and a number is none.
  const page = await stage.open("/sign-in", { context: { baseURL: stage.server.replace("127.0.0.1", "localhost") } });
  await device(page);
  const signIn = page.getByRole("button", { name: "Use a passkey instead" });
  await signIn.waitFor();
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "sign-in-passkey");
  await page.getByRole("textbox", { name: "Username" }).fill(anna.username);
  await page.getByLabel("Password", { exact: true }).fill(anna.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("navigation").first().waitFor();

  await page.goto(`/p/${anna.account.id}/my-access`);
  const mine = page.getByRole("region", { name: "My second factor" });
  await mine.getByRole("button", { name: "Add a passkey" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Anna's laptop");
  await axe(page);
  await shot(page, "passkey-add");
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect.poll(() => dialog.getByRole("list", { name: "Recovery codes" }).getByRole("listitem").count()).toBe(10);
  await dialog.getByText("I have kept them").click();
  await dialog.getByRole("button", { name: "Done" }).click();
  await mine.getByRole("list", { name: "Passkeys" }).getByText("Anna's laptop").waitFor();
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "passkeys");

  await page.getByRole("button", { name: `Signed in as ${anna.username}` }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await signIn.click();
  await page.getByRole("navigation").first().waitFor();

  await page.goto(`/p/${anna.account.id}/my-access`);
  await mine.getByRole("button", { name: "Remove Anna's laptop" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await mine.getByText("You have none. The password alone signs you in.").waitFor();
});
