import type { Page } from "playwright-core";
import { axe } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import type { Stage } from "./harness/stage";
import { expect, test } from "./harness/test";
import { addClient } from "./steps/clients";
import { addSession, practise } from "./steps/clientSessions";
import { daysAgo, postPayment } from "./steps/payments";
import { exported } from "./steps/reports";

// Ida owes $135.00 for each of three sessions and has paid $200.00 of them; Mo has had one.
async function practice(stage: Stage) {
  const anna = await stage.provider("anna");
  const ida = await practise(anna);
  for (const days of [100, 40, 5]) await addSession(anna, ida, { serviceDate: daysAgo(days) });
  await addSession(anna, (await addClient(anna, { firstName: "=Mo", lastName: "Reed" })).id, { serviceDate: daysAgo(5) });
  await postPayment(anna, ida, 200_00, { oldestFirst: true });
  return anna;
}

const fact = (page: Page, label: string) => page.locator("dl > div").filter({ hasText: label }).first().locator("dd");

test("Reports: income by month as a chart and a table, of other days, exported and in the log", async ({ stage }) => {
  const anna = await practice(stage);
  const page = await anna.open("/reports?period=LAST_12_MONTHS");
  await page.getByRole("table", { name: "Income by period" }).waitFor();
  await page.getByRole("img", { name: /^A bar chart of what was charged/ }).waitFor();
  expect(await fact(page, "Income").textContent()).toBe("$200.00");
  expect(await fact(page, "Charged").textContent()).toBe("$540.00");
  await shot(page, "reports-income");
  await axe(page);
  await noSidewaysScroll(page, 320);

  await page.getByRole("button", { name: /Period/ }).first().click();
  await page.getByRole("option", { name: "Other days" }).click();
  await page.getByLabel("First day").fill(daysAgo(6));
  await page.getByLabel("Last day").fill(daysAgo(7));
  await page.getByRole("button", { name: "Show" }).click();
  await page.getByText("The last day comes after the first.").waitFor();
  await axe(page);
  await page.getByLabel("Last day").fill(daysAgo(4));
  await page.getByRole("button", { name: "Show" }).click();
  await expect.poll(() => fact(page, "Charged").textContent()).toBe("$270.00");
  expect(await fact(page, "Income").textContent()).toBe("$0.00");
  await shot(page, "reports-other-days");

  const csv = await exported(page);
  expect(csv).toContain("From,Until,Charged,Paid by clients,Paid by insurances,Paid by others,Refunded,Written off,Income\r\n");
  expect(csv.trim().split("\r\n").slice(1).reduce((sum, line) => sum + Number(line.split(",")[2]), 0)).toBe(270);
  await page.getByText(/lines? exported\. The activity log says so\./).waitFor();
  await page.goto(`/p/${anna.account.id}/activity-log`);
  await page.getByText(new RegExp(`${anna.username} exported . lines? of the income report to a CSV file`)).first().waitFor();
  await page.getByText(new RegExp(`${anna.username} ran the income report`)).first().waitFor();
});

test("Reports: sessions by code, balances by age and the client list; no formula leaves", async ({ stage }) => {
  const anna = await practice(stage);
  const page = await anna.open("/reports?report=sessions&period=LAST_12_MONTHS");
  await page.getByRole("table", { name: "Sessions by code" }).getByText("90834").waitFor();
  expect(await fact(page, "Client sessions").textContent()).toBe("4");
  await shot(page, "reports-sessions");
  await axe(page);
  await noSidewaysScroll(page, 320);

  await page.getByRole("link", { name: "Balances by age" }).click();
  await page.getByRole("table", { name: "Balances by age" }).getByText("Ida Moss").waitFor();
  expect(await fact(page, "Owed in all").textContent()).toBe("$340.00");
  await shot(page, "reports-ageing");
  await axe(page);
  await noSidewaysScroll(page, 320);

  await page.getByRole("link", { name: "Client list" }).click();
  await page.getByRole("table", { name: "Client list" }).getByText("Moss, Ida").waitFor();
  await shot(page, "reports-clients");
  await axe(page);
  await noSidewaysScroll(page, 320);
  expect(await exported(page)).toContain(",Reed,'=Mo,");
});

test("Reports: what is printed is what was handed out for paper, and nothing else", async ({ stage }) => {
  const anna = await practice(stage);
  const page = await anna.open("/reports?report=clients");
  await page.getByRole("table", { name: "Client list" }).getByText("Moss, Ida").waitFor();
  await page.emulateMedia({ media: "print" });
  await page.getByText("This page is printed with its Print button").waitFor();
  expect(await page.getByText("Moss").first().isVisible()).toBe(false);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "yes");
  });
  await page.getByRole("button", { name: "Print", exact: true }).click();
  await page.locator("body[data-printed=yes]").waitFor();
  await page.emulateMedia({ media: "print" });
  await page.getByRole("cell", { name: "Moss" }).waitFor();
  expect(await page.getByRole("heading", { name: "Reports & Exports" }).isVisible()).toBe(false);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.getByText("This page is printed with its Print button").waitFor();
  await page.emulateMedia({ media: "screen" });
  await page.goto(`/p/${anna.account.id}/activity-log`);
  await page.getByText(`${anna.username} printed 2 lines of the client list`).first().waitFor();
});

test("6: View Only reads a report of what it may see; it exports nothing, and is told why", async ({ stage }) => {
  const anna = await practice(stage);
  const reader = await stage.member(anna, "reader", { REPORTS: "VIEW", CLIENT_SESSIONS: "VIEW" });
  const page = await reader.open("/reports?report=sessions&period=LAST_12_MONTHS", { phone: true });
  await page.getByText("90834", { exact: true }).first().waitFor();
  for (const name of ["Export", "Print"]) {
    expect(await page.getByRole("button", { name, exact: true }).getAttribute("aria-disabled"), name).toBe("true");
  }
  await page.getByText("View Only").first().waitFor();
  await axe(page);
  await page.getByRole("link", { name: "Income" }).click();
  await page.getByText("This report needs View Only to Payments & Balances").waitFor();
  await shot(page, "reports-refused");
  await axe(page);
  const shut = await stage.member(anna, "shut", { PAYMENTS: "FULL", CLIENTS: "FULL" });
  const other = await shut.open("/reports");
  await other.getByText("You have No Access to Reports & Exports").first().waitFor();
  expect(await other.getByText("$").count()).toBe(0);
});

test("Reports: an account without sessions has empty reports that say what would stand there", async ({ stage }) => {
  const anna = await stage.provider("anna");
  const page = await anna.open("/reports");
  await page.getByText("No money in these days").waitFor();
  await shot(page, "reports-empty");
  await axe(page);
  for (const [name, words] of [["Sessions by code", "No client sessions in these days"], ["Balances by age", "Nobody owes anything"], ["Client list", "This account has no clients yet"]] as const) {
    await page.getByRole("link", { name }).click();
    await page.getByText(words).waitFor();
  }
});
