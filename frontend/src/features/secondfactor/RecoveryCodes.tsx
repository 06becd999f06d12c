import { Copy, Download } from "lucide-react";
import { useState } from "react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Checkbox } from "../../ui/Checkbox";
import { Dialog } from "../../ui/Dialog";
import { saveFile } from "../../ui/saveFile";
import { toast } from "../../ui/toast";

// They are shown this once: it closes when it is said that they are kept.
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const [isKept, setKept] = useState(false);
  const text = codes.join("\n");
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast({ text: t("The recovery codes are copied.") });
  };
  const footer = (
    <Button variant="primary" onPress={onClose} whyDisabled={isKept ? undefined : t("Keep the codes first: they are shown only now.")}>
      {t("Done")}
    </Button>
  );
  return (
    <Dialog isOpen onOpenChange={() => undefined} isBusy isDismissable={false} title={t("Keep your recovery codes")} description={t("Each signs you in once, in place of your phone or device, when it is lost. Keep them where it is not.")} footer={footer}>
      <ul aria-label={t("Recovery codes")} className="grid gap-x-6 gap-y-1 font-mono text-sm sm:grid-cols-2" translate="no">
        {codes.map((code) => (
          <li key={code} className="wrap-anywhere">{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button icon={Download} onPress={() => saveFile(t("lanyard-recovery-codes.txt"), "text/plain", `${text}\n`)}>
          {t("Download")}
        </Button>
        <Button icon={Copy} onPress={() => void copy()}>
          {t("Copy")}
        </Button>
      </div>
      <Checkbox isSelected={isKept} onChange={setKept}>
        {t("I have kept them")}
      </Checkbox>
    </Dialog>
  );
}
