import { createContext, useContext } from "react";
import type { AccessLevel, Section, ViewerQuery } from "../../gen/types";

export type Viewer = NonNullable<ViewerQuery["viewer"]>;
export type AccountOfViewer = Viewer["accounts"][number];

// The account whose page is open: it is in the address, and nowhere else.
export interface OpenAccount extends Omit<AccountOfViewer, "myAccess" | "__typename"> {
  // What the viewer may do in a section, as the server says.
  level: (section: Section) => AccessLevel;
  mayView: (section: Section) => boolean;
  mayEdit: (section: Section) => boolean;
  // As which username the account is looked at; none: as oneself. Nothing is changed in such a view.
  seenAs?: string;
}

export function openAccount({ myAccess, ...account }: AccountOfViewer, seenAs?: string): OpenAccount {
  const levels = new Map(myAccess.map(({ section, level }) => [section, level]));
  const level = (section: Section) => levels.get(section) ?? "NONE";
  return { ...account, level, mayView: (s) => level(s) !== "NONE", mayEdit: (s) => level(s) === "FULL" && !seenAs, seenAs };
}

export const ViewerContext = createContext<Viewer | null>(null);
export const AccountContext = createContext<OpenAccount | null>(null);

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error("useViewer stands outside of a signed-in page");
  return viewer;
}

export function useAccount(): OpenAccount {
  const account = useContext(AccountContext);
  if (!account) throw new Error("useAccount stands outside of an account's page");
  return account;
}
