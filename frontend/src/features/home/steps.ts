import type { Section, SetupSoFarQuery } from "../../gen/types";
import { t } from "../../text";

type SoFar = NonNullable<SetupSoFarQuery["account"]>;

// A step of the document that Lanyard is made after, in its words.
export interface Step {
  id: "added" | "joined" | "levels" | "entered" | "copied";
  title: string;
  text: string;
  action: string;
  path: "account-access/allow" | "account-access/other" | "account-access/privileges" | "codes-setup" | "account-access/copy";
  // Full Access to this section is needed.
  section: Section;
}

export function steps(): Step[] {
  return [
    {
      id: "added",
      title: t("Create a Master Username"),
      text: t("Open Account Access, choose Allow Account Access, enter a username and a password and press Add Username. This new username will become the Master Username."),
      action: t("Allow Account Access"),
      path: "account-access/allow",
      section: "ACCOUNT_ACCESS",
    },
    {
      id: "joined",
      title: t("Join the other accounts"),
      text: t("Sign out and sign in with the Master Username. For each Provider account enter its username and password, press Find Account and then Join Account."),
      action: t("Access Other Accounts"),
      path: "account-access/other",
      section: "ACCOUNT_ACCESS",
    },
    {
      id: "levels",
      title: t("Set access levels"),
      text: t("Press the plus (+) sign next to a username and choose Full Access, View Only or No Access where you would like to restrict access."),
      action: t("Username Privileges"),
      path: "account-access/privileges",
      section: "ACCOUNT_ACCESS",
    },
    {
      id: "entered",
      title: t("Enter your codes once"),
      text: t("Start with one account: enter its diagnosis codes, billing codes and insurance payers."),
      action: t("Codes Setup"),
      path: "codes-setup",
      section: "CODES_SETUP",
    },
    {
      id: "copied",
      title: t("Copy the codes to the other accounts"),
      text: t("Choose the Copy From and the Copy To account and the files, press Continue, select the entries and press Copy Now."),
      action: t("Copy Codes"),
      path: "account-access/copy",
      section: "CODES_SETUP",
    },
  ];
}

// The steps that are done, as the activity log has them; nothing, where a part of it could not be read.
// Whoever gets codes by a copy need not enter them.
export function doneOf(soFar: SoFar): Set<Step["id"]> | undefined {
  if (steps().some(({ id }) => !soFar[id]?.nodes)) return undefined;
  const done = new Set(steps().map(({ id }) => id).filter((id) => (soFar[id]?.nodes?.length ?? 0) > 0));
  if (done.has("copied")) done.add("entered");
  return done;
}
