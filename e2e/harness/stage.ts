import { randomBytes } from "node:crypto";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { AccessLevel, Section } from "../../frontend/src/gen/types";
import { type Jar, sendDocument, sendQuery } from "./api";
import { type Look, Person, contextOptions } from "./person";
import { Watch } from "./watch";

// All thirteen, in the order of the grid.
export const sections: Section[] = [
  "PRACTICE_SETUP", "CODES_SETUP", "CLIENTS", "INSURANCE", "CALENDAR", "CLIENT_SESSIONS", "NOTES",
  "PSYCHOTHERAPY_NOTES", "INVOICES", "PAYMENTS", "REPORTS", "ACCOUNT_ACCESS", "ACTIVITY_LOG",
];

export type Levels = Partial<Record<Section, AccessLevel>>;

// What a test plays on: people with accounts of their own, browsers for them, and an eye on
// everything that happens in those.
export class Stage {
  readonly server: string;
  readonly watch: Watch;
  readonly #browser: Browser;
  readonly #contexts: BrowserContext[] = [];

  constructor(browser: Browser, server: string) {
    this.#browser = browser;
    this.server = server;
    this.watch = new Watch(server);
  }

  // A provider who has just opened an account, and is its owner.
  async provider(name: string): Promise<Person> {
    const jar: Jar = { cookie: "" };
    const unique = randomBytes(3).toString("hex");
    const username = `${name}.${unique}`;
    const password = `${randomBytes(9).toString("hex")} kettles`;
    const account = { providerName: `Dr. ${capital(name)} ${unique}`, practiceName: `${capital(name)} Practice ${unique}` };
    const input = { ...account, email: `${name}@example.com`, username, password, timeZone: "America/New_York" };
    const { signUp } = await sendDocument<{ signUp: { account: { id: string } } }>(this.server, jar, "SignUp", { input });
    return new Person(this, { username, password, jar, account: { ...account, id: signUp.account.id } });
  }

  // A username that the owner added to the account, signed in. Without levels it has what Allow
  // Account Access gives; with levels it has those and No Access to every other section.
  async member(owner: Person, name: string, levels?: Levels): Promise<Person> {
    const username = `${name}.${randomBytes(3).toString("hex")}`;
    const password = `${randomBytes(9).toString("hex")} lanterns`;
    const all = levels && sections.map((section) => ({ section, level: levels[section] ?? "NONE" }));
    await owner.api("AddUsername", { account: owner.account.id, input: { username, password, changePasswordAtFirstSignIn: false, ...(all && { levels: all }) } });
    return this.signIn({ username, password, account: owner.account });
  }

  // Signs in anew: another browser of the same person.
  async signIn({ username, password, account }: Pick<Person, "username" | "password" | "account">): Promise<Person> {
    const jar: Jar = { cookie: "" };
    await sendDocument(this.server, jar, "SignIn", { input: { username, password } });
    return new Person(this, { username, password, jar, account });
  }

  // Access Other Accounts: the master joins the account of another provider.
  async join(master: Person, other: Person): Promise<void> {
    const { username, password } = other;
    const account = master.account.id;
    const { findAccount } = await master.api<{ findAccount: { find: string } }>("FindAccount", { account, input: { username, password } });
    await master.api("JoinAccount", { account, find: findAccount.find });
  }

  // Sends one of the app's documents as a person would by the app.
  api<Data>(person: Person, name: string, variables: object = {}): Promise<Data> {
    return sendDocument<Data>(this.server, person.jar, name, variables);
  }

  // Runs a query of the test's own in the playground of the person's account.
  query<Data>(person: Person, text: string, variables: object = {}): Promise<Data> {
    return sendQuery<Data>(this.server, person.jar, person.account.id, text, variables);
  }

  // A page for somebody who is not signed in.
  open(path: string, look: Look = {}): Promise<Page> {
    return this.openAs(undefined, path, look);
  }

  async openAs(jar: Jar | undefined, path: string, look: Look): Promise<Page> {
    const context = await this.#browser.newContext(contextOptions(this.server, look));
    this.#contexts.push(context);
    context.setDefaultTimeout(20_000);
    context.setDefaultNavigationTimeout(45_000);
    await this.watch.follow(context);
    if (jar) await context.addCookies([cookieOf(jar, this.server)]);
    return this.tab(context, path);
  }

  // Another tab of the same browser.
  async tab(of: BrowserContext | Page, path: string): Promise<Page> {
    const context = "newPage" in of ? of : of.context();
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  // The pages that are open still.
  pages(): Page[] {
    return this.#contexts.flatMap((context) => context.pages());
  }

  async end(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()));
  }
}

function cookieOf(jar: Jar, url: string) {
  const [name = "", ...value] = jar.cookie.split("=");
  return { name, value: value.join("="), url, httpOnly: true, sameSite: "Strict" as const };
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
