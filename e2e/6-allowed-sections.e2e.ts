import { axe } from "./harness/axe";
import { expect, test } from "./harness/test";
import { addDiagnosis } from "./steps/copyCodes";

const screens = {
  CALENDAR: { path: "/calendar", title: "Calendar" },
  CLIENTS: { path: "/clients", title: "Clients" },
  INSURANCE: { path: "/insurance", title: "Insurance & Authorizations" },
  CLIENT_SESSIONS: { path: "/client-sessions", title: "Client Sessions" },
  NOTES: { path: "/notes", title: "Session Notes" },
  PSYCHOTHERAPY_NOTES: { path: "/psychotherapy-notes", title: "Psychotherapy Notes" },
  INVOICES: { path: "/invoices", title: "Invoices & Claims" },
  PAYMENTS: { path: "/payments", title: "Payments & Balances" },
  REPORTS: { path: "/reports", title: "Reports & Exports" },
  CODES_SETUP: { path: "/codes-setup/diagnosis-codes", title: "Codes Setup" },
  PRACTICE_SETUP: { path: "/practice-setup", title: "Practice Setup" },
  ACCOUNT_ACCESS: { path: "/account-access/privileges", title: "Account Access" },
  ACTIVITY_LOG: { path: "/activity-log", title: "Activity Log" },
} as const;
type Screen = keyof typeof screens;
const all = Object.keys(screens) as Screen[];

// Three of those that are forbidden, so that each is tried from three others. That no level opens
// another section is held for all pairs by the matrix of the API.
const threeAfter = (screen: Screen): Screen[] => [1, 2, 3].map((step) => all[(all.indexOf(screen) + step) % all.length]!);

for (const allowed of all) {
  test(`6: with ${screens[allowed].title} alone the menu shows nothing else, and no deep link gives anything away`, async ({ stage }) => {
    const anna = await stage.provider("anna");
    await anna.api("AddClient", { account: anna.account.id, input: { firstName: "Ottoline", lastName: "Quarrington" } });
    await addDiagnosis(anna, "F41.1", "Hidden-from-them disorder");
    const hidden = await stage.member(anna, "hidden", {});
    const clerk = await stage.member(anna, "clerk", { [allowed]: "VIEW" });
    const secrets: Record<Screen, string> = {
      CLIENTS: "Quarrington",
      INSURANCE: "Quarrington",
      CLIENT_SESSIONS: "Quarrington",
      CALENDAR: "Quarrington",
      NOTES: "Quarrington",
      PSYCHOTHERAPY_NOTES: "Quarrington",
      INVOICES: "Quarrington",
      PAYMENTS: "Quarrington",
      REPORTS: "Quarrington",
      CODES_SETUP: "Hidden-from-them",
      PRACTICE_SETUP: "anna@example.com",
      ACCOUNT_ACCESS: hidden.username,
      ACTIVITY_LOG: "occurredAt",
    };

    const page = await clerk.open(screens[allowed].path);
    const menu = page.getByRole("navigation", { name: "Sections" });
    await menu.getByRole("link", { name: screens[allowed].title }).waitFor();
    const links = await menu.getByRole("link").allTextContents();
    for (const screen of all) expect(links.some((text) => text.startsWith(screens[screen].title)), screen).toBe(screen === allowed);
    await menu.getByText("View Only").waitFor();

    const forbidden = threeAfter(allowed);
    for (const screen of forbidden) {
      const deep = await stage.tab(page, `/p/${anna.account.id}${screens[screen].path}`);
      await deep.getByText(`You have No Access to ${screens[screen].title}`).first().waitFor();
      await deep.getByText(anna.username, { exact: true }).waitFor();
      for (const body of await stage.watch.bodies(deep)) expect(body, screen).not.toContain(secrets[screen]);
      if (screen === forbidden[0]) await axe(deep);
      await deep.close();
    }
  });
}
