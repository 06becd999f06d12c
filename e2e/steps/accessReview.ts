import type { Locator, Page } from "playwright-core";
import type { AccountOf, Person } from "../harness/person";

export const path = "/account-access/access-review";

export const matrix = (page: Page): Locator => page.getByRole("grid", { name: "Access Review" });

// What a username may do in an account.
export async function cell(page: Page, { username }: Pick<Person, "username">, { providerName }: AccountOf): Promise<Locator> {
  const row = matrix(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name: username }) });
  await row.waitFor();
  return row.getByRole("gridcell", { name: providerName });
}

// Presses a key on a cell: K keeps, C changes, R removes, Enter looks.
export async function press(page: Page, person: Pick<Person, "username">, account: AccountOf, key: string): Promise<void> {
  await (await cell(page, person, account)).focus();
  await page.keyboard.press(key);
}

interface Answer {
  data: { viewer?: { accounts: { id: string; providerName: string }[] }; account?: { id: string; openAccessReview: { items: { username: string; link: string }[] } } };
}

// What the server answers, many times over: the accounts of the viewer, and the usernames of each review.
export async function manyTimesOver(page: Page, accounts: number, usernames: number): Promise<void> {
  await page.context().route("**/graphql", async (route) => {
    const asked = route.request().postDataJSON() as { operationName?: string; variables?: { account?: string } } | null;
    if (!asked || !["Viewer", "OpenAccessReview", "FinishedAccessReviews"].includes(asked.operationName ?? "")) return route.fallback();
    const real = asked.variables?.account?.split("~")[0];
    const response = await route.fetch({ postData: JSON.stringify({ ...asked, variables: real ? { ...asked.variables, account: real } : asked.variables }) });
    const json = (await response.json()) as Answer;
    const [first] = json.data.viewer?.accounts ?? [];
    if (first) json.data.viewer = { ...json.data.viewer, accounts: Array.from({ length: accounts }, (_, n) => ({ ...first, id: n === 0 ? first.id : `${first.id}~${n}`, providerName: `${first.providerName} ${n}` })) };
    const review = json.data.account?.openAccessReview;
    const [item] = review?.items ?? [];
    if (review && item && json.data.account) {
      json.data.account.id = asked.variables?.account ?? "";
      review.items = Array.from({ length: usernames }, (_, n) => ({ ...item, link: `${item.link}~${n}`, username: `username.${String(n).padStart(3, "0")}` }));
    }
    return route.fulfill({ response, json });
  });
}
