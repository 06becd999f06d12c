import { Upload } from "lucide-react";
import { useState } from "react";
import type { MasterFile } from "../../../gen/types";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { later } from "../../../ui/later";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";

const LaterImportDialog = later(() => import("./ImportDialog").then((module) => module.ImportDialog));

export function ImportButton({ file, onImported }: { file: MasterFile; onImported: () => void }) {
  const whyNot = useWhyNotEdit("CODES_SETUP");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={Upload} whyDisabled={whyNot} onPress={() => setOpen(true)} className="phone:flex-1">
        {t("Import")}
      </Button>
      {isOpen && <LaterImportDialog file={file} onImported={onImported} onClose={() => setOpen(false)} />}
    </>
  );
}
