import { Download } from "lucide-react";
import { plural, t } from "../../text";
import { dayIn } from "../../text/dayIn";
import { Button } from "../../ui/Button";
import { toast } from "../../ui/toast";
import { DownloadDialog } from "../download/DownloadDialog";
import { useDownload } from "../download/useDownload";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { useAccount } from "../shell/viewer";

// The list of however many clients, as a file.
export function ClientListFile() {
  const { id: account, timeZone } = useAccount();
  const whyNot = useWhyNotEdit("REPORTS");
  const downloading = useDownload(({ total }) =>
    toast({ text: plural(total, "{count} line exported. The activity log says so.", "{count} lines exported. The activity log says so.") }),
  );
  const start = () => downloading.start({ account, file: "clients.csv", saveAs: `clients-${dayIn(timeZone)}.csv`, type: "text/csv;charset=utf-8" });
  return (
    <>
      <Button icon={Download} whyDisabled={whyNot} isPending={downloading.asked !== null} onPress={start}>
        {t("Export")}
      </Button>
      <DownloadDialog downloading={downloading} title={t("Exporting the client list")} description={t("The activity log names each client of the list, and says who exported it.")} />
    </>
  );
}
