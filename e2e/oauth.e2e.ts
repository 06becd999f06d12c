import type { Page } from "playwright-core";
import { axe, axeInTheDark } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { oldProof } from "./harness/oldProof";
import { shot } from "./harness/shot";
import { sections } from "./harness/stage";
import { expect, test } from "./harness/test";
import { totp } from "./harness/totp";
import { clientsOf, letAppIn, littleApp, registerApp } from "./steps/oauth";

async function look(page: Page, name: string): Promise<void> {
  await axe(page);
  await axeInTheDark(page);
  await noSidewaysScroll(page, 320);
  await shot(page, name);
}

test("an app is let in for less than it asks, asks, renews itself, and is refused once it is ended", async ({ stage }) => {
  const anna = await stage.provider("anna");
  await anna.api("AddClient", { account: anna.account.id, input: { firstName: "Zelda", lastName: "Quince" } });
  const app = await littleApp(stage);
  const { clientId } = await registerApp(anna, { redirectUris: ["http://127.0.0.1/done"], levels: { CLIENTS: "FULL", CALENDAR: "FULL", ACTIVITY_LOG: "VIEW" } });

  // Whoever is not signed in signs in first, and comes back to the same whole address.
  const page = await stage.open(app.begin(clientId, { state: "1.50e3" }));
  await page.getByRole("textbox", { name: "Username" }).fill(anna.username);
  await page.getByLabel("Password", { exact: true }).fill(anna.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Let Billing sync in?" }).waitFor();
  await page.getByText("a program on this device").waitFor();
  expect(await page.getByRole("radiogroup", { name: /^(Clients|Calendar|Activity Log), / }).count()).toBe(3);
  expect(app.asked).toEqual([]);
  await look(page, "oauth-consent");

  await page.getByRole("radiogroup", { name: /^Calendar, / }).getByText(/^No /).click();
  await page.getByRole("radiogroup", { name: /^Clients, / }).getByText(/^View/).click();
  await oldProof(page, "AuthorizeApp");
  await page.getByRole("button", { name: "Let Billing sync in" }).click();
  const proof = page.getByRole("dialog", { name: "Is it still you?" });
  await proof.getByLabel("Password", { exact: true }).fill(anna.password);
  await proof.getByRole("button", { name: "Go on" }).click();
  const { state, iss, code } = await app.answered(page);
  expect({ state, iss }).toEqual({ state: "1.50e3", iss: stage.server });

  const first = await app.exchange({ clientId, code });
  expect(first.scope).toBe("clients:view activity_log:view");
  expect(await clientsOf(stage, first.access_token)).toEqual(["Quince"]);
  expect(await clientsOf(stage, first.access_token, "appointments(from: \"2031-01-01T00:00:00Z\", until: \"2031-01-02T00:00:00Z\") { id }")).toBe("FORBIDDEN");
  const second = await app.refresh({ clientId, refresh_token: first.refresh_token });
  expect(await clientsOf(stage, second.access_token)).toEqual(["Quince"]);

  const mine = await anna.open("/api-tokens");
  await mine.getByText("App that you let in").waitFor();
  await look(mine, "oauth-own-list");
  const here = await anna.open("/account-access/api-tokens");
  await here.getByText(/^Let in .* ends/).waitFor();
  await mine.getByRole("button", { name: "Revoke what Billing sync may do" }).click();
  const sure = mine.getByRole("alertdialog", { name: "End what this app may do?" });
  await axe(mine);
  await sure.getByRole("button", { name: "Revoke" }).click();
  await mine.getByText("1 token or app was revoked").waitFor();
  expect(await clientsOf(stage, second.access_token)).toBe("UNAUTHENTICATED");
  expect((await app.refresh({ clientId, refresh_token: second.refresh_token })).error).toBe("invalid_grant");

  const log = await anna.open("/activity-log?section=ACCOUNT_ACCESS");
  const main = log.getByRole("main");
  for (const said of ["ended what Billing sync was let do", "began to use what it was let do", "let Billing sync in", "registered the app Billing sync"]) await main.getByRole("button", { name: said }).waitFor();
  await axe(log);
  app.close();
});

test("whoever signs in in two steps, or has to change the password first, comes back to the same address", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const app = await littleApp(stage);
  const { clientId } = await registerApp(anna, { redirectUris: ["http://127.0.0.1/done"], levels: { CLIENTS: "VIEW" } });
  const [username, password] = [`new.${anna.username}`, "a first password of nine words that nobody keeps"];
  const input = { username, password, changePasswordAtFirstSignIn: true, levels: sections.map((section) => ({ section, level: section === "CLIENTS" ? "VIEW" : "NONE" })) };
  await anna.api("AddUsername", { account: anna.account.id, input });
  const { offerAuthenticator } = await anna.api<{ offerAuthenticator: { key: string } }>("OfferAuthenticator");
  await anna.api("ConfirmAuthenticator", { code: totp(offerAuthenticator.key) });

  const page = await stage.open(app.begin(clientId));
  const signIn = async (as: string, by: string) => {
    await page.getByRole("textbox", { name: "Username" }).fill(as);
    await page.getByLabel("Password", { exact: true }).fill(by);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  await signIn(anna.username, anna.password);
  const second = page.getByRole("form", { name: "Second factor" });
  await second.getByRole("textbox", { name: "Code" }).fill(totp(offerAuthenticator.key, 1));
  await second.getByRole("button", { name: "Sign in" }).click();
  await page.getByText(anna.username, { exact: true }).waitFor();

  await page.getByRole("button", { name: "Not you? Sign in as somebody else" }).click();
  await signIn(username, password);
  await page.getByRole("heading", { name: "Change your password" }).waitFor();
  await page.getByLabel("Current password").fill(password);
  await page.getByLabel("New password").fill("another password of nine words that nobody keeps");
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByText(username, { exact: true }).waitFor();
  await page.getByRole("heading", { name: "Let Billing sync in?" }).waitFor();
  expect(app.asked).toEqual([]);
  app.close();
});

test("of several accounts none is chosen, by the keyboard all are, and declining is as easy", async ({ stage }) => {
  const [anna, ben] = [await stage.provider("anna"), await stage.provider("ben")];
  const master = await stage.member(anna, "master", { ACCOUNT_ACCESS: "FULL", CLIENTS: "VIEW", CALENDAR: "FULL" });
  await stage.join(master, ben);
  const app = await littleApp(stage);
  const { clientId } = await registerApp(anna, { redirectUris: ["http://127.0.0.1/done", "com.example.billing:/done"], levels: { CLIENTS: "FULL", CALENDAR: "VIEW" } });
  await letAppIn(ben, clientId, { CLIENTS: "FULL" });

  const page = await stage.openAs(master.jar, app.begin(clientId, { scope: "clients:full calendar:view" }), {});
  const [hers, his] = [page.getByRole("switch", { name: anna.account.providerName }), page.getByRole("switch", { name: ben.account.providerName })];
  await hers.waitFor();
  expect([await hers.isChecked(), await his.isChecked()]).toEqual([false, false]);
  const letIn = page.getByRole("button", { name: "Let Billing sync in" });
  expect(await letIn.getAttribute("aria-disabled")).toBe("true");
  await look(page, "oauth-several");
  await page.getByRole("checkbox", { name: "All accounts" }).press("Space");
  const clients = page.getByRole("radiogroup", { name: `Clients, ${anna.account.providerName}` });
  expect(await clients.getByRole("radio", { name: "Full Access" }).isDisabled()).toBe(true);
  await look(page, "oauth-all");
  await his.press("Space");
  expect([await hers.isChecked(), await his.isChecked()]).toEqual([true, false]);
  await his.press("Space");
  await letIn.press("Enter");
  const first = await app.exchange({ clientId, code: (await app.answered(page)).code });
  expect(first.scope).toBe("clients:full calendar:view");

  await page.goto(app.begin(clientId, { state: "again" }));
  await page.getByRole("button", { name: "No, thanks" }).click();
  expect(await app.answered(page)).toMatchObject({ error: "access_denied", state: "again", iss: stage.server });

  // What a scheme opens leaves the page standing.
  await page.goto(app.begin(clientId, { redirect_uri: "com.example.billing:/done" }));
  await page.getByText("the app com.example.billing on this device").waitFor();
  await page.getByRole("button", { name: "No, thanks" }).click();
  await page.getByRole("heading", { name: "You are being sent back to Billing sync" }).waitFor();
  expect(await page.getByRole("link", { name: "Open Billing sync" }).getAttribute("href")).toMatch(/^com\.example\.billing:\/done\?.*error=access_denied/);
  await look(page, "oauth-sent-back");
  app.close();
});

test("a link that is not right leads nowhere, and a wrong request back to its app", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const app = await littleApp(stage);
  const { clientId } = await registerApp(anna, { redirectUris: ["http://127.0.0.1/done"], levels: { CLIENTS: "VIEW" } });
  const page = await stage.openAs(anna.jar, app.begin("6f1c5d2e-0b7a-4c8e-9a51-3d7f0e2b9c44"), {});
  await page.getByRole("heading", { name: "This link is not right" }).waitFor();
  await page.getByText("Nothing was sent anywhere").waitFor();
  await look(page, "oauth-wrong-link");
  for (const redirect_uri of ["https://evil.example/done", "javascript:alert(1)", "data:text/html,x"]) {
    await page.goto(app.begin(clientId, { redirect_uri }));
    await page.getByRole("heading", { name: "This link is not right" }).waitFor();
  }

  await page.goto(app.begin(clientId, { code_challenge: "" }));
  await page.getByRole("heading", { name: "Billing sync has asked in a wrong way" }).waitFor();
  await look(page, "oauth-fault");
  expect(app.asked).toEqual([]);
  await page.getByRole("button", { name: "Back to Billing sync" }).click();
  expect(await app.answered(page)).toMatchObject({ error: "invalid_request" });

  const { headers } = await fetch(`${stage.server}/oauth/authorize`, { headers: { accept: "text/html", "sec-fetch-mode": "navigate" } });
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  app.close();
});

test("an account lets an app of another in by its client id, changes what it may do, and shuts it out", async ({ stage }) => {
  const [anna, ben] = [await stage.provider("anna"), await stage.provider("ben")];
  const app = await littleApp(stage);
  const { clientId } = await registerApp(anna, { redirectUris: ["http://127.0.0.1/done"], levels: { CLIENTS: "FULL" } });

  const asked = await stage.openAs(ben.jar, app.begin(clientId), {});
  await asked.getByRole("heading", { name: "No account of yours lets Billing sync in" }).waitFor();
  await asked.getByText(clientId, { exact: true }).waitFor();
  await asked.getByRole("link", { name: `Apps of ${ben.account.providerName}` }).waitFor();
  await look(asked, "oauth-no-account");

  const page = await ben.open("/account-access/apps");
  await page.getByText("No app of others is known here").waitFor();
  await look(page, "apps-none");
  await page.getByRole("button", { name: "Let an app in" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Client ID").fill("nobody");
  await dialog.getByRole("button", { name: "Find the app" }).click();
  await dialog.getByText(/No app has this client ID/).waitFor();
  await look(page, "apps-find");
  await dialog.getByLabel("Client ID").fill(` ${clientId} `);
  await dialog.getByRole("button", { name: "Find the app" }).click();
  await dialog.getByText(`the account of ${anna.account.providerName}`).waitFor();
  expect(await dialog.getByRole("radiogroup", { name: "Activity Log" }).getByRole("radio", { name: "Full Access" }).isDisabled()).toBe(true);
  await dialog.getByRole("radiogroup", { name: "Clients" }).getByText(/^View/).click();
  await look(page, "apps-let-in");
  await dialog.getByRole("button", { name: "Let it in" }).click();
  await page.getByText("Clients: View Only").waitFor();
  await look(page, "apps-list");

  await page.getByRole("button", { name: "Change levels of Billing sync" }).click();
  await dialog.getByRole("radiogroup", { name: "Calendar" }).getByText(/^Full/).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByText("Clients: View Only, Calendar: Full Access").waitFor();

  await asked.reload();
  await asked.getByRole("button", { name: "Let Billing sync in" }).click();
  const { access_token } = await app.exchange({ clientId, code: (await app.answered(asked)).code });
  expect(await clientsOf(stage, access_token)).toEqual([]);
  await page.getByText("1 person has let it in here").waitFor();

  await page.getByRole("button", { name: "Shut out Billing sync" }).click();
  await axe(page);
  await page.getByRole("alertdialog").getByRole("button", { name: "Shut out" }).click();
  await page.getByText("No app of others is known here").waitFor();
  expect(await clientsOf(stage, access_token)).toBe("UNAUTHENTICATED");

  const june = await stage.member(anna, "june", { ACCOUNT_ACCESS: "VIEW" });
  const reads = await june.open("/account-access/apps");
  await reads.getByRole("heading", { name: "Billing sync" }).waitFor();
  await reads.getByRole("button", { name: "Delete Billing sync" }).focus();
  await reads.getByText(/View Only/).first().waitFor();
  await axe(reads);
  app.close();
});

test("an app is registered, changed, given another secret and deleted", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/account-access/apps");
  await page.getByRole("button", { name: "Register an app" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name of the app").fill("Claims by night");
  await dialog.getByLabel("Purpose").fill("Sends claims to payers, every night");
  await dialog.getByLabel("Where it may be sent back to").fill("https://billing.example/done\nhttp://billing.example/done");
  await dialog.getByRole("radiogroup", { name: "Clients" }).getByText(/^View/).click();
  await dialog.getByRole("button", { name: "Register the app" }).click();
  await dialog.getByText(/plain http is for programs on the person's own device/).waitFor();
  expect(await dialog.getByLabel("Purpose").inputValue()).toBe("Sends claims to payers, every night");
  await look(page, "apps-register");
  await dialog.getByLabel("Where it may be sent back to").fill("https://billing.example/done");
  await dialog.getByRole("button", { name: "Register the app" }).click();
  const made = page.getByRole("region", { name: "The secret of Claims by night" });
  const secret = await made.getByText(/^lanyard_secret_/).textContent();
  await look(page, "apps-secret");
  await made.getByRole("button", { name: "I have it" }).click();

  await page.getByRole("button", { name: "Change Claims by night" }).click();
  await dialog.getByLabel("Website").fill("https://billing.example");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByText("The app is changed.").waitFor();
  await page.getByRole("button", { name: "Documents of Claims by night" }).click();
  await dialog.getByLabel("Manifest of the app").fill("{ viewer { nothing } }");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText(/This is no manifest/).waitFor();
  await dialog.getByLabel("Manifest of the app").fill(JSON.stringify(["{ viewer { nothing } }"]));
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText(/Document 1 cannot run/).waitFor();
  await look(page, "apps-documents");
  await dialog.getByLabel("Manifest of the app").fill(JSON.stringify({ a: "{ viewer { id } }", b: "{ viewer { username } }" }));
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByText("asks by 2 registered documents alone").waitFor();
  await page.getByRole("button", { name: "New secret for Claims by night" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "New secret" }).click();
  await made.getByText(/^lanyard_secret_/).waitFor();
  expect(await made.getByText(/^lanyard_secret_/).textContent()).not.toBe(secret);
  await page.getByRole("button", { name: "Delete Claims by night" }).click();
  const sure = page.getByRole("alertdialog");
  await look(page, "apps-delete");
  await sure.getByRole("button", { name: "Delete" }).click();
  await page.getByText("No app of others is known here").waitFor();
});
