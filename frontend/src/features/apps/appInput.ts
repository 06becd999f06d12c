import type { AppInput, AppLineFragment } from "../../gen/types";

// An app as it is typed: its addresses stand one a line.
export interface Typed {
  name: string;
  purpose: string;
  website: string;
  redirects: string;
}

export const nothingTyped: Typed = { name: "", purpose: "", website: "", redirects: "" };

export const typedOf = ({ name, purpose, website, redirectUris }: AppLineFragment): Typed => ({
  name: name ?? "",
  purpose: purpose ?? "",
  website: website ?? "",
  redirects: redirectUris?.join("\n") ?? "",
});

export function inputOf({ redirects, ...app }: Typed): AppInput {
  const lines = redirects.split("\n").map((line) => line.trim());
  return { ...app, redirectUris: lines.filter((line) => line !== "") };
}
