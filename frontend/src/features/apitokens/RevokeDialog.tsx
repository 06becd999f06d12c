import { RevokeApiTokenDocument } from "../../gen/documents/features/apitokens/ApiTokens";
import type { ApiTokenLineFragment } from "../../gen/types";
import { useSave } from "../../graphql/useSave";
import { plural, t } from "../../text";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { toast } from "../../ui/toast";

interface Props {
  // Those to revoke, one or all; none: the dialog is closed.
  tokens: ApiTokenLineFragment[];
  onClose: () => void;
  onRevoked: () => void;
}

export function RevokeDialog({ tokens, onClose, onRevoked }: Props) {
  const { save, isPending, problems, clear } = useSave(RevokeApiTokenDocument);
  const close = () => {
    clear();
    onClose();
  };
  const revoke = async () => {
    const [one] = tokens;
    const done = await save({ id: tokens.length === 1 && one ? one.id : null });
    if (!done?.revokeApiToken) return;
    toast({ text: plural(done.revokeApiToken.revoked, "{count} token or app was revoked", "{count} tokens and apps were revoked") });
    onRevoked();
    close();
  };
  return (
    <ConfirmDialog
      isOpen={tokens.length > 0}
      onOpenChange={close}
      title={tokens[0]?.kind === "APP" && tokens.length === 1 ? t("End what this app may do?") : plural(tokens.length, "Revoke this token?", "Revoke all {count}?")}
      confirmLabel={t("Revoke")}
      onConfirm={() => void revoke()}
      isDanger
      isPending={isPending}
      error={problems[0]?.message ?? null}
    >
      <p>{t("The app is refused from its next request on. This cannot be taken back: it would need a new token, or you would have to let it in again.")}</p>
      <ul className="mt-2 list-disc pl-5" translate="no">
        {tokens.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
