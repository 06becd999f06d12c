import { useState } from "react";
import { EndSignInsHereDocument } from "../../../gen/documents/features/accountaccess/signins/SignIns";
import { useSave } from "../../../graphql/useSave";
import { plural, t } from "../../../text";
import { Checkbox } from "../../../ui/Checkbox";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { toast } from "../../../ui/toast";
import { useAccount } from "../../shell/viewer";
import type { SignInHere } from "./SignInsCard";

interface Props {
  signIn: SignInHere;
  onClose: () => void;
  onEnded: () => void;
}

export function EndDialog({ signIn: { id, link, username }, onClose, onEnded }: Props) {
  const account = useAccount();
  const { save, isPending, problems } = useSave(EndSignInsHereDocument);
  const [all, setAll] = useState(false);
  const name = username ?? "";
  const end = async () => {
    const data = await save({ account: account.id, link: link ?? "", signIn: all ? null : id });
    if (!data?.endSignInsHere) return;
    const { ended } = data.endSignInsHere;
    toast({ text: plural(ended, "{count} sign-in of {name} was ended here", "{count} sign-ins of {name} were ended here", { name }) });
    onEnded();
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={t("End this sign-in of {name}?", { name })}
      confirmLabel={t("End")}
      onConfirm={() => void end()}
      isDanger
      isPending={isPending}
      error={problems[0]?.message}
    >
      <p>{t("It leaves this account at once, and enters again only after signing in anew. In other accounts it goes on: those are for whoever runs them.")}</p>
      <div className="mt-3">
        <Checkbox isSelected={all} onChange={setAll} description={t("Also those that have not been in this account yet.")}>
          {t("End all sign-ins of {name} here", { name })}
        </Checkbox>
      </div>
      <p className="mt-3 text-ink-muted">{t("If somebody else may know the password, that alone does not keep them out: ask for a new one in Username Privileges.")}</p>
    </ConfirmDialog>
  );
}
