import { useNavigate } from "@tanstack/react-router";
import { useClient } from "urql";
import { LeaveAccountDocument } from "../../../gen/documents/features/accountaccess/other/Other";
import { ViewerDocument } from "../../../gen/documents/features/shell/Viewer";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { toast } from "../../../ui/toast";
import { type AccountOfViewer, useAccount, useViewer } from "../../shell/viewer";

interface Props {
  account: AccountOfViewer;
  onClose: () => void;
}

// Gives up one's own link to an account; whether that can be is for the server to say.
export function LeaveAccountDialog({ account, onClose }: Props) {
  const { accounts, username } = useViewer();
  const open = useAccount();
  const client = useClient();
  const navigate = useNavigate();
  const { save, isPending, problems } = useSave(LeaveAccountDocument);
  const others = accounts.filter(({ id }) => id !== account.id);

  const leave = async () => {
    const data = await save({ account: account.id });
    if (!data?.leaveAccount) return;
    const next = data.leaveAccount.viewer ? others[0] : undefined;
    // With its last account the username itself is gone.
    if (!next) return location.assign("/sign-in");
    onClose();
    toast({ text: t("You have left {provider}.", { provider: account.providerName }) });
    if (account.id === open.id) await navigate({ to: "/p/$account", params: { account: next.id } });
    await client.query(ViewerDocument, {}, { requestPolicy: "network-only" });
  };
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("Leave {provider}?", { provider: account.providerName })}
      confirmLabel={t("Leave account")}
      onConfirm={() => void leave()}
      isDanger
      isPending={isPending}
      error={problems[0]?.message}
    >
      <p>
        {others.length === 0
          ? t("It is the only account of {username}. When you leave it, this username is deleted and cannot be used again.", { username })
          : t("{username} may then not enter this account any more. To come back, it has to be joined again. Your other accounts stay as they are.", { username })}
      </p>
    </ConfirmDialog>
  );
}
