import { useState } from "react";
import { GenerateClaimsDocument, GenerateInvoicesDocument } from "../../gen/documents/features/invoices/ToInvoice";
import type { InvoiceKind, InvoiceOfListFragment } from "../../gen/types";
import { isRetryable } from "../../graphql/problem";
import { useSave } from "../../graphql/useSave";
import { useAccount } from "../shell/viewer";

interface Wish {
  date: string;
  sessions: string[];
  message: string | null;
}

// The id of the batch stays the same however often it is sent: it is generated once.
export function useGenerate(kind: InvoiceKind) {
  const { id: account } = useAccount();
  const [batch] = useState(() => crypto.randomUUID());
  const invoices = useSave(GenerateInvoicesDocument);
  const claims = useSave(GenerateClaimsDocument);
  const used = kind === "CLAIM" ? claims : invoices;
  const generate = async ({ message, ...wish }: Wish): Promise<readonly InvoiceOfListFragment[] | undefined> => {
    if (kind === "CLAIM") return (await claims.save({ account, input: { batch, ...wish } }))?.generateClaims?.invoices ?? undefined;
    return (await invoices.save({ account, input: { batch, message, ...wish } }))?.generateInvoices?.invoices ?? undefined;
  };
  return { generate, isPending: used.isPending, problem: used.problems[0]?.message, isRetryable: used.problems.some(isRetryable) };
}
