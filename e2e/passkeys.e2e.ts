import type { Page } from "playwright-core";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { settled } from "./harness/settled";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";

// A device with a fingerprint reader that always reads the right finger.
// It can be told to wait for the finger.
async function device(page: Page): Promise<(reads: boolean) => Promise<unknown>> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const;
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", { options });
  return (reads) => cdp.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled: reads });
}

test("28: a passkey is added, is offered in the field of the username, signs in by it and by a button, and goes again", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const desk = await stage.member(anna, "desk");
  stage.watch.allow(/^request to elsewhere: http:\/\/localhost:/, "the same server by its name");
  // A passkey belongs to a name, and a number is none.
  const page = await stage.open("/sign-in", { context: { baseURL: stage.server.replace("127.0.0.1", "localhost") } });
  const fingerReads = await device(page);
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

  const signOut = async () => {
    await fingerReads(false);
    await page.getByRole("button", { name: `Signed in as ${anna.username}` }).click();
    const asked = page.waitForResponse((response) => response.request().postData()?.includes("AskPasskey") ?? false);
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await signIn.waitFor();
    await asked;
    await settled(page);
  };
  await signOut();
  expect(await page.getByRole("textbox", { name: "Username" }).getAttribute("autocomplete")).toBe("username webauthn");
  await fingerReads(true); // the browser of a test picks at once what is offered in the field
  await page.reload();
  await page.getByRole("navigation").first().waitFor();
  await signOut();
  await fingerReads(true);
  await signIn.click(); // what is offered in the field still waits, and gives way
  await page.getByRole("navigation").first().waitFor();

  // Whoever has signed in by one can ask everybody for theirs. A colleague with a password alone makes one, and uses it.
  await page.goto(`/p/${anna.account.id}/account-access/sign-ins`);
  await page.getByText("Has a passkey").waitFor();
  await page.getByText("It has to be a passkey").click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("The rules for sign-ins are saved.").waitFor();
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "passkey-required");
  const theirs = await stage.open("/sign-in", { context: { baseURL: stage.server.replace("127.0.0.1", "localhost") } });
  await device(theirs);
  await theirs.getByRole("textbox", { name: "Username" }).fill(desk.username);
  await theirs.getByLabel("Password", { exact: true }).fill(desk.password);
  await theirs.getByRole("button", { name: "Sign in", exact: true }).click();
  await theirs.getByText("A passkey is needed to enter").waitFor();
  await axe(theirs);
  await noSidewaysScroll(theirs, 320);
  await shot(theirs, "passkey-needed");
  await theirs.getByRole("button", { name: "Add a passkey" }).click();
  await theirs.getByRole("dialog").getByLabel("Name").fill("Desk");
  await theirs.getByRole("dialog").getByRole("button", { name: "Go on" }).click();
  await theirs.getByRole("dialog").getByText("I have kept them").click();
  await theirs.getByRole("dialog").getByRole("button", { name: "Done" }).click();
  await theirs.getByText("An account that you may enter asks for a passkey.", { exact: false }).waitFor();
  await axe(theirs);
  await noSidewaysScroll(theirs, 320);
  await shot(theirs, "passkey-to-use");
  await theirs.getByRole("button", { name: "Use a passkey" }).click();
  await theirs.getByRole("navigation").first().waitFor();

  await page.goto(`/p/${anna.account.id}/my-access`);
  await mine.getByRole("button", { name: "Remove Anna's laptop" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await mine.getByText("You have none. The password alone signs you in.").waitFor();
});
