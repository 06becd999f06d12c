import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { get } from "node:http";
import type { IncomingMessage } from "node:http";
import { expect, test } from "./harness/test";

interface Delivered {
  encoding: string | undefined;
  cache: string | undefined;
  body: Buffer;
}

// Node's fetch would undo what is to be seen here.
function deliver(url: string, accepted: string): Promise<Delivered> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { accept: "text/html", "accept-encoding": accepted } }, (answer: IncomingMessage) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => resolve({ encoding: answer.headers["content-encoding"], cache: answer.headers["cache-control"], body: Buffer.concat(parts) }));
    }).on("error", reject);
  });
}

const opened = { br: brotliDecompressSync, gzip: gunzipSync, identity: (body: Buffer) => body };

test("the page and its files come in Brotli, in gzip and as they are, and are the same each time", async ({ stage }) => {
  const page = await deliver(`${stage.server}/sign-in`, "identity");
  const files = [...page.body.toString().matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path ?? "");
  expect(files.length).toBeGreaterThan(1);
  for (const path of ["/sign-in", ...files]) {
    const plain = await deliver(`${stage.server}${path}`, "identity");
    for (const [accepted, open] of Object.entries(opened)) {
      const { encoding, cache, body } = await deliver(`${stage.server}${path}`, accepted);
      expect(encoding ?? "identity", path).toBe(accepted);
      expect(open(body).equals(plain.body), `${path} in ${accepted}`).toBe(true);
      expect(cache, path).toContain(path === "/sign-in" ? "no-cache" : "immutable");
    }
  }
});

for (const encoding of ["br", "gzip", "identity"]) {
  test(`the app starts for a browser that takes ${encoding} only`, async ({ stage }) => {
    const page = await stage.open("/sign-in", { context: { extraHTTPHeaders: { "accept-encoding": encoding } } });
    await page.getByRole("button", { name: "Sign in" }).waitFor();
  });
}

test("30: without a network a banner says so, and goes with it", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/my-access");
  await page.getByRole("heading", { level: 1 }).waitFor();
  stage.watch.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/, "the test cuts the line");
  await page.context().setOffline(true);
  await page.getByText("You are offline.").waitFor();
  await page.context().setOffline(false);
  await page.getByText("You are offline.").waitFor({ state: "hidden" });
});
