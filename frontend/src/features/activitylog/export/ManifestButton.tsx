import { FileCheck } from "lucide-react";
import { useState } from "react";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { saveFile } from "../../../ui/saveFile";
import { toast } from "../../../ui/toast";
import { fetchFile } from "../../download/fetchFile";
import type { Kept } from "../../download/useDownload";

// A file that says what the log keeps of the export: whoever is handed both can see that they belong together.
export function ManifestButton({ kept: { id, asked } }: { kept: Kept }) {
  const [isPending, setPending] = useState(false);
  const save = async () => {
    setPending(true);
    const found = await fetchFile({ account: asked.account, file: "manifest.json", body: { export: id } }, new AbortController().signal, () => undefined);
    setPending(false);
    if ("problems" in found) return toast({ kind: "danger", text: found.problems[0]?.message ?? t("There is no manifest.") });
    return saveFile(`${asked.saveAs}.manifest.json`, "application/json", found.content);
  };
  return (
    <Button icon={FileCheck} isPending={isPending} onPress={() => void save()}>
      {t("Save the manifest")}
    </Button>
  );
}
