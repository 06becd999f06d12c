import { Archive, ArchiveRestore } from "lucide-react";
import { useState } from "react";
import { ArchiveClientDocument } from "../../gen/documents/features/clients/Client";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { toast } from "../../ui/toast";
import { WhatChanged } from "../editing/WhatChanged";
import { usePress } from "../editing/usePress";
import { useAccount } from "../shell/viewer";
import type { ReadAgain } from "./ClientFrame";
import { type WholeClient, clientLabels, fieldText, savedClient } from "./clientFields";
import { fullName } from "./clientName";

interface Props {
  client: WholeClient;
  again: ReadAgain;
  whyDisabled: string | undefined;
}

export function ArchiveButton({ client, again, whyDisabled }: Props) {
  const account = useAccount();
  const [isOpen, setOpen] = useState(false);
  const { press, isPending, problems, clear, changed } = usePress(ArchiveClientDocument, savedClient(client).fields, { labels: clientLabels(), show: fieldText });
  const isArchived = client.status === "ARCHIVED";
  const name = fullName(client);
  const open = (now: boolean) => {
    clear();
    setOpen(now);
  };
  const confirm = async () => {
    const done = await press({ account: account.id, id: client.id, version: client.version ?? 0, archived: !isArchived });
    // Somebody else has changed the client: what they made of it is shown, and the question stays.
    if (!done) return again({ requestPolicy: "network-only" });
    setOpen(false);
    toast({ text: isArchived ? t("{name} is active again.", { name }) : t("{name} is archived.", { name }) });
  };
  return (
    <>
      <Button icon={isArchived ? ArchiveRestore : Archive} whyDisabled={whyDisabled} onPress={() => open(true)}>
        {isArchived ? t("Take back") : t("Archive")}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onOpenChange={open}
        title={isArchived ? t("Take {name} back?", { name }) : t("Archive {name}?", { name })}
        confirmLabel={isArchived ? t("Take back") : t("Archive")}
        isPending={isPending}
        error={problems[0]?.message}
        onConfirm={() => void confirm()}
      >
        <WhatChanged changed={changed} />
        {isArchived
          ? t("The client is in the list of active clients again, with everything that was there before.")
          : t("The client leaves the list of active clients. Nothing is deleted, and the client can be taken back at any time.")}
      </ConfirmDialog>
    </>
  );
}
