import { useState } from "react";
import { RenewRecoveryCodesDocument } from "../../gen/documents/features/secondfactor/SecondFactor";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { RecoveryCodes } from "./RecoveryCodes";

export function RenewDialog({ onClose }: { onClose: () => void }) {
  const [codes, setCodes] = useState<readonly string[]>();
  const { save, isPending, problems } = useSave(RenewRecoveryCodesDocument);
  const renew = async () => {
    const data = await save({});
    setCodes(data?.renewRecoveryCodes?.recoveryCodes ?? undefined);
  };
  if (codes) return <RecoveryCodes codes={codes} onClose={onClose} />;
  return (
    <ConfirmDialog isOpen onOpenChange={onClose} title={t("Make new recovery codes?")} confirmLabel={t("Make new codes")} onConfirm={() => void renew()} isPending={isPending} error={problems[0]?.message ?? null}>
      <p>{t("The ones you have are good for nothing any more.")}</p>
    </ConfirmDialog>
  );
}
