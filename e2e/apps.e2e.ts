import { axe } from "./harness/axe";
import { expect, test } from "./harness/test";
import { clientsOf, littleApp, look, registerApp } from "./steps/oauth";

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
