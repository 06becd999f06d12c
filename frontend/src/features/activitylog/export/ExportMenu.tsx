import { Download, FileJson, FileSpreadsheet } from "lucide-react";
import { plural, t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Menu } from "../../../ui/Menu";
import { DownloadDialog } from "../../download/DownloadDialog";
import { useDownload } from "../../download/useDownload";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";
import { filterOf } from "../filter";
import type { LogSearch } from "../search";
import { ManifestButton } from "./ManifestButton";

const types = { csv: "text/csv;charset=utf-8", ndjson: "application/fhir+ndjson" };

// What is exported is what the filters let through, and all of it.
export function ExportMenu({ search }: { search: LogSearch }) {
  const account = useAccount();
  const why = useWhyNotEdit("REPORTS");
  const downloading = useDownload();
  const start = (format: keyof typeof types) =>
    downloading.start({
      account: account.id,
      file: `activity.${format}`,
      body: { filter: filterOf(search, account.timeZone) },
      saveAs: `activity-log-${new Date().toISOString().slice(0, 10)}.${format}`,
      type: types[format],
    });
  if (why) {
    return (
      <Button icon={Download} whyDisabled={why}>
        {t("Export")}
      </Button>
    );
  }
  return (
    <>
      <Menu
        label={t("Export")}
        trigger={(opens) => <Button {...opens} icon={Download}>{t("Export")}</Button>}
        sections={[
          {
            title: t("All entries that fit the filters"),
            items: [
              { id: "csv", label: t("CSV, for a spreadsheet"), icon: FileSpreadsheet, onAction: () => start("csv") },
              { id: "ndjson", label: t("FHIR R5 AuditEvent, for a program"), icon: FileJson, onAction: () => start("ndjson") },
            ],
          },
        ]}
      />
      <DownloadDialog
        downloading={downloading}
        title={t("Exporting the log")}
        description={t("The export is itself an entry of the log, with its number of rows and the SHA-256 of the file.")}
        end={downloading.kept && plural(downloading.kept.total, "{count} entry was exported.", "{count} entries were exported.")}
        more={downloading.kept && <ManifestButton kept={downloading.kept} />}
      />
    </>
  );
}
