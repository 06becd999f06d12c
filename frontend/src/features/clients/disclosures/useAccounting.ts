import { useCallback } from "react";
import { AccountingOfDisclosuresDocument } from "../../../gen/documents/features/clients/disclosures/Disclosures";
import type { AccountingOfDisclosuresQuery } from "../../../gen/types";
import { useClient } from "urql";
import { problemsOf } from "../../../graphql/problem";
import { type Printing, usePrinting } from "../print/usePrinting";

export type Accounting = NonNullable<AccountingOfDisclosuresQuery["accountingOfDisclosures"]>;

// Each accounting is asked for anew: the server keeps that it was made.
export function useAccounting(account: string, client: string): Printing<Accounting> {
  const urql = useClient();
  const fetch = useCallback(async () => {
    const { data, error } = await urql.query(AccountingOfDisclosuresDocument, { account, client }, { requestPolicy: "network-only" });
    return data?.accountingOfDisclosures ?? problemsOf(error);
  }, [urql, account, client]);
  return usePrinting(fetch);
}
