import { useCallback } from "react";
import { useClient } from "urql";
import { ExportClaimDocument } from "../../gen/documents/features/invoices/ExportClaim";
import type { WholeInvoiceFragment } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import { type Printing, usePrinting } from "../clients/print/usePrinting";
import { useAccount } from "../shell/viewer";

export function useClaimPrinting(id: string): Printing<WholeInvoiceFragment> {
  const { id: account } = useAccount();
  const urql = useClient();
  const fetch = useCallback(async () => {
    const { data, error } = await urql.query(ExportClaimDocument, { account, id }, { requestPolicy: "network-only" });
    return data?.exportClaim ?? problemsOf(error);
  }, [urql, account, id]);
  return usePrinting(fetch);
}
