import { useMemo } from "react";
import type { AccessLevel, Section } from "../../../gen/types";
import { type AccountOfViewer, useViewer } from "../../shell/viewer";

export interface Run {
  account: AccountOfViewer;
  // What the viewer may do in Account Access there.
  level: AccessLevel;
  withLog: boolean;
}

// The accounts whose Account Access the viewer sees.
export function useRun(): readonly Run[] {
  const { accounts } = useViewer();
  return useMemo(() => {
    const level = ({ myAccess }: AccountOfViewer, of: Section) => myAccess.find(({ section }) => section === of)?.level ?? "NONE";
    return accounts
      .map((account) => ({ account, level: level(account, "ACCOUNT_ACCESS"), withLog: level(account, "ACTIVITY_LOG") !== "NONE" }))
      .filter((run) => run.level !== "NONE");
  }, [accounts]);
}
