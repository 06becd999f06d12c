import type { MasterFile } from "../../gen/types";
import { t } from "../../text";
import { masterFiles } from "../masterfiles/files";
import type { Offered } from "./offered";
import type { CopySearch } from "./search";

// What step 1 says is to be copied.
export interface Plan {
  from: string | null;
  to: readonly string[];
  files: readonly MasterFile[];
  includeCharges: boolean;
}

// A plan with which one can continue.
export interface WholePlan extends Plan {
  from: string;
}

// Service codes bring the billing codes that they need.
export const bringsBillingCodes = (file: MasterFile): boolean => file === "BILLING_CODES" || file === "SERVICE_CODES";

// planOf reads the address. What is not offered (any more) is left out; with no word of it, the
// account that is open is the one to copy from.
export function planOf(search: CopySearch, { from, to }: Offered, open: string): Plan {
  const source = from.find(({ id }) => id === (search.from ?? open))?.id ?? null;
  const files = masterFiles.filter((file) => search.files?.includes(file));
  return {
    from: source,
    to: to.map(({ id }) => id).filter((id) => id !== source && search.to?.includes(id)),
    files,
    includeCharges: search.charges === true && files.some(bringsBillingCodes),
  };
}

// Why one cannot continue; nothing, where one can.
export function whyNotContinue({ from, to, files }: Plan): string | undefined {
  if (from === null) return t("Choose the account to copy from.");
  if (to.length === 0) return t("Choose at least one account to copy to.");
  if (files.length === 0) return t("Choose at least one file to copy.");
  return undefined;
}

export function whole(plan: Plan): WholePlan | undefined {
  return plan.from !== null && whyNotContinue(plan) === undefined ? { ...plan, from: plan.from } : undefined;
}

// Two plans of one key compare the same entries of the same accounts.
export const planKey = ({ from, to, files, includeCharges }: WholePlan): string => JSON.stringify([from, to, files, includeCharges]);
