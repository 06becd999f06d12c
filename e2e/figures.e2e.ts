import type { BrowserContext, Page } from "playwright-core";
import { keyDelays, quantile, startOf } from "./harness/mainThread";
import type { Person } from "./harness/person";
import { settled } from "./harness/settled";
import type { Stage } from "./harness/stage";
import { expect, test } from "./harness/test";
import { line, path as privileges, saveBar } from "./steps/privileges";

// What a screen costs whoever uses it. Times depend on the machine: they are printed, beside the budget,
// and compared by whoever reads them.

// An account of twelve usernames.
async function twelve(stage: Stage): Promise<Person> {
  const anna = await stage.provider("anna");
  for (let index = 0; index < 11; index++) await stage.member(anna, "member", { CLIENTS: "VIEW" });
  return anna;
}

async function threeStarts(context: BrowserContext, path: string, usable: (page: Page) => Promise<unknown>): Promise<string> {
  const starts: Record<"all" | "script" | "layout", number>[] = [];
  for (let round = 0; round < 3; round++) {
    const { page, ...start } = await startOf(context, path, usable);
    starts.push(start);
    await page.close();
  }
  const median = (of: "all" | "script" | "layout") => quantile(starts.map((start) => start[of]), 0.5);
  return `${median("all")} ms, of it ${median("script")} in scripts and ${median("layout")} in styles and layout`;
}

test("figures: the main thread until a screen is usable, and from a key in the grid to the next paint", async ({ stage }) => {
  const anna = await twelve(stage);
  const door = await stage.open("/sign-in");
  const signIn = await threeStarts(door.context(), "/sign-in", (page) => page.getByRole("button", { name: "Sign in" }).waitFor());
  console.log(`sign-in, main thread (budget 200 ms): ${signIn}`);

  const page = await anna.open(privileges);
  const usable = async (grid: Page) => {
    await line(grid, anna).waitFor();
    await settled(grid);
  };
  const grid = await threeStarts(page.context(), `/p/${anna.account.id}${privileges}`, usable);
  console.log(`Username Privileges with 12 usernames, main thread (budget 450 ms): ${grid}`);

  await usable(page);
  await page.getByRole("row").filter({ hasText: "member." }).first().getByRole("gridcell").nth(2).focus();
  const keys = ["f", "ArrowRight", "v", "ArrowRight", "n", "ArrowDown", "f", "ArrowLeft", "v", "ArrowLeft", "n", "ArrowDown"];
  const delays = await keyDelays(page, [...keys, ...keys]);
  expect(await saveBar(page).textContent()).toMatch(/changes to \d+ usernames/);
  expect(delays.length).toBeGreaterThanOrEqual(24);
  console.log(`a key in the grid to the next paint, CPU at a quarter (budget 200 ms): p75 ${quantile(delays, 0.75)} ms, slowest ${quantile(delays, 1)} ms`);
});
