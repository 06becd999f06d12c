import type { CodesDriftQuery } from "../../../gen/types";
import { plural, t } from "../../../text";
import { fieldName } from "../fields";

export type FileDrift = NonNullable<CodesDriftQuery["codesDrift"]>[number];

// One of the two accounts that are compared.
export interface Side {
  id: string;
  providerName: string;
}

export const isAlike = ({ differ, onlyHere, onlyThere }: FileDrift): boolean => differ + onlyHere + onlyThere === 0;

// How a file here stands against that there, one clause each: "differs from Dr. A in 3 charges", "2
// entries only Dr. B has".
export function clauses({ differ, onlyHere, onlyThere, fields }: FileDrift, here: Side, there: Side): string[] {
  const said: string[] = [];
  if (differ > 0) said.push(t("differs from {provider} in {what}", { provider: there.providerName, what: fields.map(({ field, entries }) => times(field, entries)).join(", ") }));
  if (onlyHere > 0) said.push(only(onlyHere, here));
  if (onlyThere > 0) said.push(only(onlyThere, there));
  return said;
}

const only = (count: number, { providerName: provider }: Side): string => plural(count, "{count} entry only {provider} has", "{count} entries only {provider} has", { provider });

function times(field: string, count: number): string {
  switch (field) {
    case "defaultCharge":
      return plural(count, "{count} charge", "{count} charges");
    case "description":
      return plural(count, "{count} description", "{count} descriptions");
    case "name":
      return plural(count, "{count} name", "{count} names");
    default:
      return t("{field} ({count})", { count, field: fieldName(field) });
  }
}
