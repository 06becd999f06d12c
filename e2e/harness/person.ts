import type { BrowserContextOptions, Page } from "playwright-core";
import type { Jar } from "./api";
import type { Stage } from "./stage";

export interface AccountOf {
  id: string;
  providerName: string;
  practiceName: string;
}

// What a page is looked at with.
export interface Look {
  phone?: boolean;
  dark?: boolean;
  // The account to open instead of the person's own.
  account?: AccountOf;
  // Further settings of the browser's context.
  context?: BrowserContextOptions;
}

interface Facts {
  username: string;
  password: string;
  account: AccountOf;
  jar: Jar;
}

// A signed-in person, with the account they are at home in.
export class Person {
  readonly username: string;
  readonly password: string;
  readonly account: AccountOf;
  readonly jar: Jar;
  readonly #stage: Stage;

  constructor(stage: Stage, { username, password, account, jar }: Facts) {
    this.#stage = stage;
    this.username = username;
    this.password = password;
    this.account = account;
    this.jar = jar;
  }

  // Opens a page of an account in a browser of its own: open("/clients").
  open(path = "", look: Look = {}): Promise<Page> {
    const { id } = look.account ?? this.account;
    return this.#stage.openAs(this.jar, `/p/${id}${path === "/" ? "" : path}`, look);
  }

  api<Data>(name: string, variables: object = {}): Promise<Data> {
    return this.#stage.api<Data>(this, name, variables);
  }
}

export const laptop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

// The browser stands in another time zone than the practices: times are those of the account.
export function contextOptions(server: string, look: Look): BrowserContextOptions {
  return {
    baseURL: server,
    viewport: look.phone ? phone : laptop,
    ...(look.phone && { isMobile: true, hasTouch: true }),
    colorScheme: look.dark ? "dark" : "light",
    reducedMotion: "reduce",
    locale: "en-US",
    timezoneId: "America/Los_Angeles",
    ...look.context,
  };
}
