import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";

// What somebody writes into the sign-up form.
export interface Form {
  providerName: string;
  practiceName: string;
  email: string;
  username: string;
  password: string;
}

// A form that nobody has sent yet.
export function fresh(name: string): Form {
  const unique = randomBytes(3).toString("hex");
  return {
    providerName: `Dr. ${name} ${unique}`,
    practiceName: `${name} Practice ${unique}`,
    email: `${name}@example.com`,
    username: `${name}.${unique}`,
    password: `${randomBytes(9).toString("hex")} orchards`,
  };
}

export async function signUp(page: Page, form: Form): Promise<void> {
  await page.getByLabel("Provider's name").fill(form.providerName);
  await page.getByLabel("Practice name").fill(form.practiceName);
  await page.getByLabel("E-mail address").fill(form.email);
  await page.getByLabel("Username").fill(form.username);
  await page.getByLabel("Password", { exact: true }).fill(form.password);
  await page.getByRole("button", { name: "Create My Account" }).click();
}
