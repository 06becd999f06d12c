import { Ban } from "lucide-react";
import { useState } from "react";
import { VoidClientSessionDocument } from "../../gen/documents/features/clientsessions/ClientSession";
import type { VoidReason } from "../../gen/types";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Select } from "../../ui/Select";
import { toast } from "../../ui/toast";
import { WhatChanged } from "../editing/WhatChanged";
import { usePress } from "../editing/usePress";
import { useAccount } from "../shell/viewer";
import { type WholeSession, placesWith, savedSession, sessionLabels, textWith } from "./sessionFields";

interface Props {
  session: WholeSession;
  again: () => void;
  whyDisabled: string | undefined;
}

export function VoidButton({ session, again, whyDisabled }: Props) {
  const account = useAccount();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState<VoidReason>("MISTAKE");
  const { press, isPending, problems, clear, changed } = usePress(VoidClientSessionDocument, savedSession(session).fields, { labels: sessionLabels(), show: textWith(placesWith(session)) });
  const open = (now: boolean) => {
    clear();
    setOpen(now);
  };
  const confirm = async () => {
    const done = await press({ account: account.id, id: session.id, version: session.version ?? 0, reason });
    if (!done) return again();
    setOpen(false);
    toast({ text: t("The session is void.") });
  };
  return (
    <>
      <Button icon={Ban} whyDisabled={whyDisabled} onPress={() => open(true)}>
        {t("Void")}
      </Button>
      <ConfirmDialog isOpen={isOpen} onOpenChange={open} title={t("Void this session?")} confirmLabel={t("Void session")} isDanger isPending={isPending} error={problems[0]?.message} onConfirm={() => void confirm()}>
        <WhatChanged changed={changed} />
        <p>{t("Its charge and what was paid at it leave the client's balance, for good. The session stays to be read.")}</p>
        <Select label={t("Why")} options={reasons()} value={reason} onChange={setReason} description={t("It is in the activity log.")} />
      </ConfirmDialog>
    </>
  );
}

const reasons = (): { value: VoidReason; label: string }[] => [
  { value: "MISTAKE", label: t("Something in it was wrong") },
  { value: "DUPLICATE", label: t("It was entered twice") },
  { value: "WRONG_CLIENT", label: t("It was with another client") },
  { value: "NOT_HELD", label: t("It did not take place") },
];
