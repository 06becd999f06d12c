import { ShutApiTokenOutDocument } from "../../../gen/documents/features/accountaccess/apitokens/TokensHere";
import { useSave } from "../../../graphql/useSave";
import { plural, t } from "../../../text";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { toast } from "../../../ui/toast";
import { useAccount } from "../../shell/viewer";
import type { TokenHere } from "./TokensHerePage";

// One or all; none: it is closed.
export function ShutOutDialog({ tokens, onClose }: { tokens: TokenHere[]; onClose: () => void }) {
  const { id: account } = useAccount();
  const { save, isPending, problems, clear } = useSave(ShutApiTokenOutDocument);
  const close = () => {
    clear();
    onClose();
  };
  const shutOut = async () => {
    const done = (await save({ account, token: tokens.length === 1 ? (tokens[0]?.id ?? null) : null }))?.shutApiTokenOut;
    if (!done) return;
    toast({ text: plural(done.shutOut, "{count} app was shut out", "{count} apps were shut out") });
    close();
  };
  return (
    <ConfirmDialog
      isOpen={tokens.length > 0}
      onOpenChange={close}
      title={plural(tokens.length, "Shut this app out?", "Shut all {count} apps out?")}
      confirmLabel={t("Shut out")}
      onConfirm={() => void shutOut()}
      isDanger
      isPending={isPending}
      error={problems[0]?.message ?? null}
    >
      <p>{t("It does not enter this account any more, from its next request on. In other accounts it goes on: those are for whoever runs them. To enter again it would need a new token, or to be let in anew.")}</p>
      <ul className="mt-2 list-disc pl-5" translate="no">
        {tokens.map(({ id, name, username }) => (
          <li key={id}>
            {name}, {username}
          </li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
