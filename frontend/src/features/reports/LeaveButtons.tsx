import type { TypedDocumentNode } from "@urql/core";
import { Download, Printer } from "lucide-react";
import { useState } from "react";
import { useClient } from "urql";
import type { LeavingFragment, ReportUse } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import { plural, t } from "../../text";
import { Button } from "../../ui/Button";
import { saveFile } from "../../ui/saveFile";
import { toast } from "../../ui/toast";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import type { Sheet } from "./PrintSheet";

interface Props<Data, Variables extends { use: ReportUse }> extends Omit<Sheet, "file"> {
  document: TypedDocumentNode<Data, Variables>;
  variables: Omit<Variables, "use">;
  fileOf: (data: Data) => LeavingFragment | null;
  fileName: string;
  /** The ways that make sense for it; left out, all. */
  uses?: readonly ReportUse[];
  /** There is nothing that could leave. */
  whyNothing?: string;
  print: (sheet: Sheet) => void;
}

// The ways a report leaves the app: the server hands out the whole of it, and logs that it did.
export function LeaveButtons<Data, Variables extends { use: ReportUse }>(props: Props<Data, Variables>) {
  const { document, variables, fileOf, fileName, whyNothing, print, title, about, uses = ["FILE", "PAPER"] } = props;
  const whyNot = useWhyNotEdit("REPORTS") ?? whyNothing;
  const client = useClient();
  const [pending, setPending] = useState<ReportUse>();

  const leave = async (use: ReportUse) => {
    setPending(use);
    const { data, error } = await client.query(document, { ...variables, use } as unknown as Variables, { requestPolicy: "network-only" });
    setPending(undefined);
    const file = data && fileOf(data);
    if (!file) return toast({ kind: "danger", text: problemsOf(error)[0]?.message ?? t("Nothing left the app. Try again.") });
    if (use === "PAPER") return print({ title, about, file });
    saveFile(`${fileName}.csv`, "text/csv;charset=utf-8", file.csv);
    return toast({ text: plural(file.rowCount, "{count} line exported. The activity log says so.", "{count} lines exported. The activity log says so.") });
  };
  return (
    <>
      {uses.includes("FILE") && (
        <Button icon={Download} whyDisabled={whyNot} isPending={pending === "FILE"} onPress={() => void leave("FILE")}>
          {t("Export")}
        </Button>
      )}
      {uses.includes("PAPER") && (
        <Button icon={Printer} whyDisabled={whyNot} isPending={pending === "PAPER"} onPress={() => void leave("PAPER")}>
          {t("Print")}
        </Button>
      )}
    </>
  );
}
