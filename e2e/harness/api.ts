import { readFileSync } from "node:fs";
import { join } from "node:path";

// A signed-in browser as the API sees it: nothing but its cookie.
export interface Jar {
  cookie: string;
}

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, "../../frontend/gen/trusted-documents.json"), "utf8")) as Record<string, string>;
const ids = new Map(Object.entries(manifest).map(([id, text]) => [/^\w+ (\w+)/.exec(text)?.[1] ?? "", id]));

interface Answer {
  data?: unknown;
  errors?: { message: string; extensions: { code: string } }[];
}

// Sends one of the app's own documents, by the name of its operation.
export async function sendDocument<Data>(server: string, jar: Jar, name: string, variables: object): Promise<Data> {
  return send(`${server}/graphql`, jar, name, documentOf(name, variables));
}

// What the app sends for one of its documents.
export function documentOf(name: string, variables: object) {
  const sha256Hash = ids.get(name);
  if (!sha256Hash) throw new Error(`The app has no operation ${name}. It has: ${[...ids.keys()].join(", ")}`);
  return { operationName: name, variables, extensions: { persistedQuery: { version: 1, sha256Hash } } };
}

// Sends a query as it is, by way of an account's playground.
export function sendQuery<Data>(server: string, jar: Jar, account: string, query: string, variables: object): Promise<Data> {
  return send(`${server}/playground/${account}`, jar, query, { query, variables });
}

async function send<Data>(url: string, jar: Jar, name: string, body: object): Promise<Data> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", cookie: jar.cookie },
    body: JSON.stringify(body),
  });
  for (const cookie of response.headers.getSetCookie()) jar.cookie = cookie.split(";")[0] ?? "";
  const { data, errors } = (await response.json()) as Answer;
  if (errors) throw new Error(errors.map(({ message, extensions }) => `${name}: ${extensions.code}: ${message}`).join("\n"));
  return data as Data;
}
