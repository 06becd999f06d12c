import { Copy } from "lucide-react";
import { useState } from "react";
import type { MasterFile } from "../../../gen/types";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { LinkButton } from "../../../ui/LinkButton";
import { Select } from "../../../ui/Select";
import { openAccount, useViewer } from "../../shell/viewer";
import { fileName } from "../files";
import { DriftRows } from "./DriftRows";
import type { Side } from "./words";

interface Props {
  file: MasterFile;
  here: Side;
  there?: Side | undefined;
  // The accounts to choose from; none: there is no choice.
  sides?: readonly Side[];
  onClose: () => void;
}

// What differs between a file here and there, and the way to copy it from there.
export function DriftDialog({ file, here, there: first, sides = [], onClose }: Props) {
  const { accounts } = useViewer();
  const [there, setThere] = useState(first);
  const mayCopy = accounts.some((account) => account.id === here.id && openAccount(account).mayEdit("CODES_SETUP"));
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="large"
      title={t("{file}: {here} compared with {there}", { file: fileName(file), here: here.providerName, there: there?.providerName ?? t("another account") })}
      description={t("All entries as both accounts have them now. Both activity logs say that you looked.")}
      footer={
        <>
          <Button onPress={onClose}>{t("Close")}</Button>
          {there && mayCopy && (
            <LinkButton
              variant="primary"
              icon={Copy}
              to="/p/$account/account-access/copy"
              params={{ account: here.id }}
              search={{ from: there.id, to: [here.id], files: [file], charges: file === "BILLING_CODES" || undefined }}
              onClick={onClose}
            >
              {t("Copy from there")}
            </LinkButton>
          )}
        </>
      }
    >
      {sides.length > 1 && (
        <Select
          label={t("Compare with")}
          options={sides.map(({ id, providerName }) => ({ value: id, label: providerName, isData: true }))}
          value={there?.id ?? null}
          onChange={(id) => setThere(sides.find((side) => side.id === id))}
        />
      )}
      {there && <DriftRows key={there.id} file={file} here={here} there={there} />}
    </Dialog>
  );
}
