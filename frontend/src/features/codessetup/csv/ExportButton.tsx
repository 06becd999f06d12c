import { Download } from "lucide-react";
import { useState } from "react";
import { useClient } from "urql";
import { ExportCodesDocument } from "../../../gen/documents/features/codessetup/csv/Csv";
import type { MasterFile } from "../../../gen/types";
import { problemsOf } from "../../../graphql/problem";
import { plural, t } from "../../../text";
import { Button } from "../../../ui/Button";
import { saveFile } from "../../../ui/saveFile";
import { toast } from "../../../ui/toast";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";

// The whole file, whatever the search shows of it.
export function ExportButton({ file }: { file: MasterFile }) {
  const { id: account } = useAccount();
  const whyNot = useWhyNotEdit("REPORTS");
  const client = useClient();
  const [isPending, setPending] = useState(false);

  const start = async () => {
    setPending(true);
    const { data, error } = await client.query(ExportCodesDocument, { account, file }, { requestPolicy: "network-only" });
    setPending(false);
    const [problem] = problemsOf(error);
    if (problem || !data?.exportCodes) return toast({ kind: "danger", text: problem?.message ?? t("Nothing was exported. Try again.") });
    const { csv, rowCount } = data.exportCodes;
    saveFile(`${file.toLowerCase().replaceAll("_", "-")}.csv`, "text/csv;charset=utf-8", csv);
    return toast({ text: plural(rowCount, "{count} entry exported. The activity log says so.", "{count} entries exported. The activity log says so.") });
  };
  return (
    <Button icon={Download} whyDisabled={whyNot} isPending={isPending} onPress={() => void start()} className="phone:flex-1">
      {t("Export")}
    </Button>
  );
}
