import { useEffect, useState } from "react";
import { OfferAuthenticatorDocument } from "../../gen/documents/features/secondfactor/SecondFactor";
import type { OfferAuthenticatorMutation } from "../../gen/types";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { Dialog } from "../../ui/Dialog";
import { FormError } from "../../ui/FormError";
import { Skeleton } from "../../ui/Skeleton";
import { ConfirmForm } from "./ConfirmForm";
import { KeyToScan } from "./KeyToScan";
import { RecoveryCodes } from "./RecoveryCodes";

type Offer = NonNullable<OfferAuthenticatorMutation["offerAuthenticator"]>;

interface Props {
  onClose: () => void;
  onAdded?: () => void;
}

// Scan, prove that it was scanned, and keep the codes for a lost phone.
export function EnrolDialog({ onClose, onAdded }: Props) {
  const [offer, setOffer] = useState<Offer>();
  const [codes, setCodes] = useState<readonly string[]>();
  const { save, problems } = useSave(OfferAuthenticatorDocument);
  useEffect(() => {
    void save({}).then((data) => data?.offerAuthenticator && setOffer(data.offerAuthenticator));
  }, [save]);
  const finish = () => {
    onClose();
    onAdded?.();
  };
  if (codes) return <RecoveryCodes codes={codes} onClose={finish} />;
  return (
    <Dialog isOpen onOpenChange={onClose} isDismissable={false} title={t("Set up an authenticator app")} description={t("Any app for codes will do. Nothing changes before you have entered a code of it.")}>
      <FormError error={problems[0]?.message} />
      {!offer && problems.length === 0 && <Skeleton rows={6} />}
      {offer && <KeyToScan offer={offer} />}
      {offer && <ConfirmForm onConfirmed={(made) => (made ? setCodes(made) : finish())} />}
    </Dialog>
  );
}
