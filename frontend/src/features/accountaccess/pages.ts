import { t } from "../../text";

// The pages of Account Access, by what they are for. A group is entered by its first page.
const groups = [
  { name: () => t("People"), pages: ["", "privileges", "access-review", "sign-ins"] },
  { name: () => t("Joining"), pages: ["allow", "other", "offers"] },
  { name: () => t("Safety"), pages: ["emergency"] },
  { name: () => t("Apps"), pages: ["apps", "api-tokens", "webhooks"] },
  { name: () => t("Codes"), pages: ["copy"] },
] as const;

export type Page = (typeof groups)[number]["pages"][number];

const titles: Record<Page, () => string> = {
  "": () => t("Overview"),
  privileges: () => t("Username Privileges"),
  "access-review": () => t("Access Review"),
  "sign-ins": () => t("Sign-ins"),
  allow: () => t("Allow Account Access"),
  other: () => t("Access Other Accounts"),
  offers: () => t("Offers and Requests"),
  emergency: () => t("Emergency Access"),
  apps: () => t("Apps"),
  "api-tokens": () => t("API Tokens"),
  webhooks: () => t("Webhooks"),
  copy: () => t("Copy Codes to Another Account"),
};

export const pageGroups = groups;
export const pageTitle = (page: Page): string => titles[page]();
export const pagePath = <P extends Page>(page: P) => `/p/$account/account-access${page && `/${page}`}` as P extends "" ? "/p/$account/account-access" : `/p/$account/account-access/${P}`;

// Which of them an address is: what stands below a page is that page's.
export function pageAt(pathname: string): Page {
  const [, name = ""] = /\/account-access\/([^/]+)/.exec(pathname) ?? [];
  return groups.flatMap<Page>(({ pages }) => pages).find((page) => page === name) ?? "";
}
