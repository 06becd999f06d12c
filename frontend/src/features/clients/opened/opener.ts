import type { OpenerOfClientFragment } from "../../../gen/types";
import { plural, t } from "../../../text";
import { type Zone, formatMoment } from "../../../text/format";
import { codeTitle } from "../../activitylog/sentence";
import { roleTitles } from "../../activitylog/titles";
import type { Viewer } from "../../shell/viewer";

export const openerName = ({ username, role }: Pick<OpenerOfClientFragment, "username" | "role">): string => {
  if (role === "SYSTEM") return t("Lanyard itself");
  return username || t("Somebody unknown");
};

// How somebody stands to the account. Where the viewer may enter the account that they are at home in,
// it is named.
export function standing({ role, home }: Pick<OpenerOfClientFragment, "role" | "home">, accounts: Viewer["accounts"]): string {
  const elsewhere = role === "MASTER" && accounts.find(({ id }) => id === home);
  if (elsewhere) return t("Master username, at home in the account of {provider}", { provider: elsewhere.providerName });
  return role ? roleTitles[role]() : "";
}

// When, in a sentence.
export function span(opener: Pick<OpenerOfClientFragment, "count" | "firstAt" | "lastAt">, zone: Zone): string {
  const { count, firstAt, lastAt } = opener;
  const [first, last] = [firstAt, lastAt].map((at) => (at ? formatMoment(at, zone) : ""));
  if (first === last) return plural(count ?? 0, "Once, on {last}", "{count} times, on {last}", { last: last ?? "" });
  return t("{count} times, first on {first}, last on {last}", { count: (count ?? 0).toLocaleString("en-US"), first: first ?? "", last: last ?? "" });
}

export const kindText = (code: string, count: number): string => t("{what}: {count}", { what: codeTitle(code), count: count.toLocaleString("en-US") });
