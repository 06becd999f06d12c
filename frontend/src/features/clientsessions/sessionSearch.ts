import { createContext, type Dispatch, type SetStateAction, useContext } from "react";
import * as v from "valibot";
import type { SessionOfListFragment } from "../../gen/types";
import { t } from "../../text";
import type { Option } from "../../ui/option";
import { daySearch } from "../shell/daySearch";

const filters = ["ALL", "OPEN", "INVOICED", "VOID"] as const;
export type StatusFilter = (typeof filters)[number];

// A client stands in the address by an id, which says nothing of them.
export const sessionListSearch = v.object({ client: v.optional(v.string()), status: v.optional(v.fallback(v.picklist(filters), "ALL"), "ALL"), from: daySearch, until: daySearch });

export const statusOptions = (): Option<StatusFilter>[] => [
  { value: "ALL", label: t("All") },
  { value: "OPEN", label: t("Open") },
  { value: "INVOICED", label: t("Invoiced") },
  { value: "VOID", label: t("Void") },
];

// What the pages of the section share, and no address holds: the name that is searched for, and what
// is to be said of the session that was saved last.
interface Shared {
  search: [text: string, setText: Dispatch<SetStateAction<string>>];
  told: [Told | null, Dispatch<SetStateAction<Told | null>>];
}

export interface Told {
  session: string;
  sameDay: readonly SessionOfListFragment[];
}

export const SharedContext = createContext<Shared | null>(null);

export function useShared(): Shared {
  const shared = useContext(SharedContext);
  if (!shared) throw new Error("useShared stands outside of Client Sessions");
  return shared;
}
