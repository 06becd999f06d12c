import type { Locator, Page, Request } from "playwright-core";
import type { Section, UsernamePrivilegesQuery } from "../../frontend/src/gen/types";
import type { Person } from "../harness/person";
import { sections } from "../harness/stage";

export const path = "/account-access/privileges";

// The line of a username in the grid.
export const line = (page: Page, { username }: Person): Locator =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: username }) });

export const cell = (page: Page, person: Person, section: Section): Locator => line(page, person).getByRole("gridcell").nth(sections.indexOf(section));

// The full words of a level, and what else is said of the cell.
export const said = (page: Page, person: Person, section: Section): Promise<string | null> => cell(page, person, section).getAttribute("aria-label");

// Puts the focus into a cell without opening its choices.
export async function focusOn(page: Page, person: Person, section: Section): Promise<void> {
  await cell(page, person, section).focus();
}

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

export const saveBar = (page: Page): Locator => page.getByRole("region", { name: "Unsaved changes" });

export const announced = (page: Page): Locator => page.getByRole("log", { name: "Announcements" });

// The mutations that a page sends from now on.
export function mutationsOf(page: Page): Request[] {
  const seen: Request[] = [];
  page.on("request", (request) => {
    const name = operationOf(request);
    if (name && /^(Set|Delete|Require|Add|Join|Leave|Update)/.test(name)) seen.push(request);
  });
  return seen;
}

export function operationOf(request: Request): string | undefined {
  if (!request.url().endsWith("/graphql") || request.method() !== "POST") return undefined;
  return (request.postDataJSON() as { operationName?: string } | null)?.operationName;
}

// The levels that are stored, by section, as the server tells them.
export async function stored(viewer: Person, of: Person): Promise<Record<Section, string>> {
  const link = await linkOf(viewer, of);
  return Object.fromEntries((link.privileges ?? []).map(({ section, level }) => [section, level])) as Record<Section, string>;
}

export async function linkOf(viewer: Person, of: Person) {
  const { account } = await viewer.api<UsernamePrivilegesQuery>("UsernamePrivileges", { account: viewer.account.id, withLog: false });
  const link = account?.usernames?.find(({ username }) => username === of.username);
  if (!link) throw new Error(`${of.username} may not enter the account`);
  return link;
}

// What a colleague does in another browser.
export async function setLevel(viewer: Person, of: Person, section: Section, level: string): Promise<void> {
  const { id, version } = await linkOf(viewer, of);
  await viewer.api("SetPrivileges", { account: viewer.account.id, input: [{ link: id, version, levels: [{ section, level }] }] });
}

// What the server answers, many times over: the last of the usernames.
export async function manyUsernames(page: Page, count: number): Promise<void> {
  await page.context().route("**/graphql", async (route) => {
    if (operationOf(route.request()) !== "UsernamePrivileges") return route.fallback();
    const response = await route.fetch();
    const json = (await response.json()) as { data: UsernamePrivilegesQuery };
    const link = json.data.account?.usernames?.at(-1);
    if (link && json.data.account) json.data.account.usernames = Array.from({ length: count }, (_, n) => ({ ...link, id: `${link.id}~${n}`, username: `username.${String(n).padStart(3, "0")}` }));
    return route.fulfill({ response, json });
  });
}
