import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";

// A program that is told, on loopback. It keeps what it gets, and answers as it is told to.
async function receiver() {
  const got: { id: string; time: string; signature: string; body: string }[] = [];
  const answers = { status: 204 };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += String(piece);
    const header = (name: string) => String(request.headers[name]);
    got.push({ id: header("webhook-id"), time: header("webhook-timestamp"), signature: header("webhook-signature"), body });
    response.writeHead(answers.status).end();
  });
  await new Promise<void>((listens) => server.listen(0, "127.0.0.1", listens));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/lanyard`, got, answers, close: () => server.close() };
}

test("a webhook is added, tested, told what changes, fails and is paused", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const hook = await receiver();
  const page = await anna.open("/account-access/webhooks");
  await page.getByText("Nothing is told to other programs").waitFor();
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "webhooks-none");

  await page.getByRole("button", { name: "Add a webhook" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill("https://10.0.0.1/");
  await dialog.getByText("A client was added or changed").click();
  await dialog.getByText("Privileges of a username changed").click();
  await dialog.getByRole("button", { name: "Add the webhook" }).click();
  await dialog.getByText(/private network/).waitFor();
  await axe(page);
  await shot(page, "webhooks-add");
  await dialog.getByLabel("Address").fill(hook.url);
  await dialog.getByRole("button", { name: "Add the webhook" }).click();
  const made = page.getByRole("region", { name: "The secret of the webhook" });
  const secret = (await made.getByText(/^whsec_/).textContent()) ?? "";
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "webhooks-secret");
  await made.getByRole("button", { name: "I have it" }).click();

  await page.getByRole("button", { name: "Send a test" }).click();
  await page.getByText("The test was taken.").waitFor();
  await anna.api("AddClient", { account: anna.account.id, input: { firstName: "Zelda", lastName: "Quince" } });
  await expect.poll(() => hook.got.length, { timeout: 20_000 }).toBe(2);
  const [, told] = hook.got;
  expect(told?.body).toContain('"type":"client.created"');
  expect(told?.body).not.toContain("Quince");
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  expect(told?.signature).toBe(`v1,${createHmac("sha256", key).update(`${told?.id}.${told?.time}.${told?.body}`).digest("base64")}`);

  hook.answers.status = 500;
  await anna.api("AddClient", { account: anna.account.id, input: { firstName: "Otto", lastName: "Quince" } });
  await expect.poll(() => hook.got.length, { timeout: 20_000 }).toBe(3);
  await page.reload();
  await page.getByText("It answered 500.").waitFor();
  await page.getByRole("button", { name: "What it was told last" }).click();
  await page.getByText("client.created").waitFor();
  await axe(page);
  await noSidewaysScroll(page, 320);
  await shot(page, "webhooks-failing");
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByText("Paused").first().waitFor();

  const june = await stage.member(anna, "june", { ACCOUNT_ACCESS: "VIEW" });
  const reads = await june.open("/account-access/webhooks");
  await reads.getByRole("heading", { name: hook.url }).waitFor();
  await reads.getByRole("button", { name: "Go on" }).focus();
  await reads.getByText(/View Only/).first().waitFor();
  await axe(reads);
  hook.close();
});
