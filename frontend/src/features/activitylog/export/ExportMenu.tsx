import { Download, FileJson, FileSpreadsheet } from "lucide-react";
import { t } from "../../../text";
import type { Zone } from "../../../text/format";
import { Button } from "../../../ui/Button";
import { Menu } from "../../../ui/Menu";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";
import { filterOf } from "../filter";
import type { LogSearch } from "../search";
import { ExportDialog } from "./ExportDialog";
import { useExport } from "./useExport";

// What is exported is what the filters let through, and all of it.
export function ExportMenu({ search, zone }: { search: LogSearch; zone: Zone }) {
  const account = useAccount();
  const why = useWhyNotEdit("REPORTS");
  const exporting = useExport({ account: account.id, zone }, filterOf(search, account.timeZone));
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
              { id: "csv", label: t("CSV, for a spreadsheet"), icon: FileSpreadsheet, onAction: () => exporting.start("csv") },
              { id: "json", label: t("JSON, for a program"), icon: FileJson, onAction: () => exporting.start("json") },
            ],
          },
        ]}
      />
      <ExportDialog exporting={exporting} />
    </>
  );
}
