import { axe } from "./harness/axe";
import { oldProof } from "./harness/oldProof";
import { sections } from "./harness/stage";
import { expect, test } from "./harness/test";
import { totp } from "./harness/totp";
import { clientsOf, letAppIn, littleApp, look, registerApp } from "./steps/oauth";

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
