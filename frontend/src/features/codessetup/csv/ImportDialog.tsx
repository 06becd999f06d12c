import { FileTrigger } from "react-aria-components/FileTrigger";
import { FileUp } from "lucide-react";
import type { MasterFile } from "../../../gen/types";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { FormError } from "../../../ui/FormError";
import { toast } from "../../../ui/toast";
import { fileName } from "../../masterfiles/files";
import { ImportPreview } from "./ImportPreview";
import { type Preview, useImport } from "./useImport";

interface Props {
  file: MasterFile;
  onImported: () => void;
  onClose: () => void;
}

export function ImportDialog({ file, onImported, onClose }: Props) {
  const { name, preview, problems, isPending, choose, start } = useImport(file);
  const submit = async () => {
    const done = await start();
    if (!done) return;
    onImported();
    onClose();
    toast({ text: t("Imported: {created} new, {changed} changed.", { created: done.created, changed: done.changed }) });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      isBusy={isPending}
      title={t("Import: {file}", { file: fileName(file) })}
      description={t("You see first what it would do. What the file does not name stays as it is.")}
      footer={
        <>
          <Button onPress={onClose}>{t("Cancel")}</Button>
          <Button variant="primary" isPending={isPending} onPress={() => void submit()} whyDisabled={whyNotImport(preview)}>
            {t("Import")}
          </Button>
        </>
      }
    >
      <div className="flex flex-wrap items-center gap-3">
        <FileTrigger acceptedFileTypes={[".csv", "text/csv"]} onSelect={(files) => files?.[0] && void choose(files[0])}>
          <Button icon={FileUp}>{name ? t("Choose another file") : t("Choose a CSV file")}</Button>
        </FileTrigger>
        {name && <span translate="no" className="min-w-0 wrap-anywhere">{name}</span>}
      </div>
      {!name && <p className="text-ink-muted">{t("Its first line names the columns, as in an export. At most 512 KB and 5,000 lines.")}</p>}
      <FormError error={problems[0]?.message} />
      {preview && <ImportPreview preview={preview} />}
    </Dialog>
  );
}

function whyNotImport(preview: Preview | undefined): string | undefined {
  if (!preview) return t("Choose a file first.");
  if (preview.faultCount > 0) return t("Mend the file first: it is imported whole or not at all.");
  return preview.created + preview.changed === 0 ? t("Everything in this file is here already.") : undefined;
}
