import { useState } from "react";
import { useClient } from "urql";
import { ExportRecordDocument } from "../../../gen/documents/features/clients/record/Record";
import type { ReportUse } from "../../../gen/types";
import { type Problem, problemsOf } from "../../../graphql/problem";
import { useAccount } from "../../shell/viewer";
import { type WholeRecord, recordOf } from "./parts";

export interface HandedOut extends WholeRecord {
  use: ReportUse;
  at: string;
}

// Hands out a record: what leaves is fetched for it, so that the server keeps that it did.
export function useRecord(client: string, done: (record: HandedOut) => void) {
  const { id: account, mayView } = useAccount();
  const urql = useClient();
  const [pending, setPending] = useState<ReportUse>();
  const [problems, setProblems] = useState<Problem[]>([]);
  const hand = async (use: ReportUse) => {
    setPending(use);
    const asked = {
      insurance: mayView("INSURANCE"),
      appointments: mayView("CALENDAR"),
      sessions: mayView("CLIENT_SESSIONS"),
      notes: mayView("NOTES"),
      invoices: mayView("INVOICES"),
      ledger: mayView("PAYMENTS"),
    };
    const { data, error } = await urql.query(ExportRecordDocument, { account, client, use, ...asked }, { requestPolicy: "network-only" });
    setPending(undefined);
    if (!data?.exportRecord) return setProblems(problemsOf(error));
    setProblems([]);
    done({ ...recordOf(data.exportRecord, error, mayView), use, at: new Date().toISOString() });
  };
  return { pending, problems, hand: (use: ReportUse) => void hand(use) };
}
