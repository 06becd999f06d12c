import { BadgeCheck, BookOpen, Code, House, ListTodo, type LucideIcon } from "lucide-react";
import type { AccessLevel, Section } from "../../gen/types";
import { t } from "../../text";
import { fileName, filePages, masterFiles } from "../masterfiles/files";
import { type Screen, screens } from "../shell/screens";
import { sectionTitle } from "../shell/sections";
import type { OpenAccount } from "../shell/viewer";

type To =
  | "/p/$account"
  | "/p/$account/work-list"
  | "/p/$account/my-access"
  | "/p/$account/developer/api"
  | "/p/$account/developer/playground"
  | "/p/$account/clients/new"
  | "/p/$account/client-sessions/new"
  | `/p/$account/account-access/${"allow" | "other" | "offers" | "privileges" | "access-review" | "sign-ins" | "copy"}`
  | (typeof filePages)[keyof typeof filePages]
  | `/p/$account/${Screen["path"]}`;

// A page of the open account.
export interface Destination {
  to: To;
  label: string;
  icon: LucideIcon;
}

interface Page {
  to: To;
  label: string;
  needs?: AccessLevel;
}

// The pages inside of a section.
function pagesOf(section: Section): Page[] {
  switch (section) {
    case "CLIENTS":
      return [{ to: "/p/$account/clients/new", label: t("Add client"), needs: "FULL" }];
    case "CLIENT_SESSIONS":
      return [{ to: "/p/$account/client-sessions/new", label: t("Add client session"), needs: "FULL" }];
    case "CODES_SETUP":
      return [...masterFiles.map((file) => ({ to: filePages[file], label: fileName(file) })), { to: "/p/$account/account-access/copy", label: t("Copy Codes to Another Account") }];
    case "ACCOUNT_ACCESS":
      return [
        { to: "/p/$account/account-access/allow", label: t("Allow Account Access") },
        { to: "/p/$account/account-access/other", label: t("Access Other Accounts") },
        { to: "/p/$account/account-access/privileges", label: t("Username Privileges") },
        { to: "/p/$account/account-access/access-review", label: t("Access Review") },
        { to: "/p/$account/account-access/offers", label: t("Offers and Requests") },
        { to: "/p/$account/account-access/sign-ins", label: t("Sign-ins") },
      ];
    default:
      return [];
  }
}

// Where the viewer may go in the open account: a section, each with its pages, and what belongs to no section.
export function destinations(account: OpenAccount): Destination[] {
  const entered = screens.filter(({ section }) => account.mayView(section));
  const ofSections = entered.flatMap(({ section, path, icon }): Destination[] => {
    const title = sectionTitle(section);
    const pages = pagesOf(section).filter(({ needs }) => needs !== "FULL" || account.mayEdit(section));
    return [{ to: `/p/$account/${path}`, label: title, icon }, ...pages.map(({ to, label }) => ({ to, label: t("{section}: {page}", { section: title, page: label }), icon }))];
  });
  return [
    { to: "/p/$account", label: t("Home"), icon: House },
    { to: "/p/$account/work-list", label: t("Work List"), icon: ListTodo },
    ...ofSections,
    { to: "/p/$account/my-access", label: t("My Access"), icon: BadgeCheck },
    ...(account.mayEdit("ACCOUNT_ACCESS") ? developer() : []),
  ];
}

const developer = (): Destination[] => [
  { to: "/p/$account/developer/playground", label: t("Playground"), icon: Code },
  { to: "/p/$account/developer/api", label: t("API"), icon: BookOpen },
];
