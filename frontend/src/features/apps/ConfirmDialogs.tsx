import { DeleteAppDocument, RenewAppSecretDocument, ShutAppOutDocument } from "../../gen/documents/features/apps/Apps";
import type { AppLineFragment } from "../../gen/types";
import { useSave } from "../../graphql/useSave";
import { plural, t } from "../../text";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { toast } from "../../ui/toast";
import type { Made } from "../apitokens/MadeCard";
import { useAccount } from "../shell/viewer";

interface Props {
  app: AppLineFragment;
  onClose: () => void;
  onDone: () => void;
}

export function DeleteDialog({ app, onClose, onDone }: Props) {
  const { id: account } = useAccount();
  const { save, isPending, problems } = useSave(DeleteAppDocument);
  const remove = async () => {
    const done = (await save({ account, app: app.id ?? "" }))?.deleteApp;
    if (!done) return;
    toast({ text: plural(done.ended, "The app is deleted. {count} person had let it in.", "The app is deleted. {count} people had let it in.") });
    onDone();
    onClose();
  };
  return (
    <ConfirmDialog isOpen onOpenChange={onClose} title={t("Delete {app}?", { app: app.name ?? "" })} confirmLabel={t("Delete")} onConfirm={() => void remove()} isDanger isPending={isPending} error={problems[0]?.message ?? null}>
      <p>{plural(app.people ?? 0, "{count} person has let it in here.", "{count} people have let it in here.")}</p>
      <p className="mt-2">{t("All that people have let it do ends at once, here and in every other account. This cannot be taken back: registered again, it has another client ID.")}</p>
    </ConfirmDialog>
  );
}

export function ShutOutDialog({ app, onClose, onDone }: Props) {
  const { id: account } = useAccount();
  const { save, isPending, problems } = useSave(ShutAppOutDocument);
  const shutOut = async () => {
    const done = (await save({ account, app: app.id ?? "" }))?.shutAppOut;
    if (!done) return;
    toast({ text: plural(done.shutOut, "The app is shut out. {count} person had let it in here.", "The app is shut out. {count} people had let it in here.") });
    onDone();
    onClose();
  };
  return (
    <ConfirmDialog isOpen onOpenChange={onClose} title={t("Shut {app} out?", { app: app.name ?? "" })} confirmLabel={t("Shut out")} onConfirm={() => void shutOut()} isDanger isPending={isPending} error={problems[0]?.message ?? null}>
      <p>{plural(app.people ?? 0, "{count} person has let it in here.", "{count} people have let it in here.")}</p>
      <p className="mt-2">{t("It does not enter this account any more, from its next request on. In other accounts it goes on. Let in again, it would be let in by each person anew.")}</p>
    </ConfirmDialog>
  );
}

interface RenewProps extends Omit<Props, "onDone"> {
  onRenewed: (made: Made) => void;
}

export function RenewDialog({ app, onClose, onRenewed }: RenewProps) {
  const { id: account } = useAccount();
  const { save, isPending, problems } = useSave(RenewAppSecretDocument);
  const renew = async () => {
    const made = (await save({ account, app: app.id ?? "" }))?.renewAppSecret;
    if (!made) return;
    onRenewed({ kind: "secret", name: app.name ?? "", token: made.secret });
    onClose();
  };
  return (
    <ConfirmDialog isOpen onOpenChange={onClose} title={t("Give {app} a new secret?", { app: app.name ?? "" })} confirmLabel={t("New secret")} onConfirm={() => void renew()} isPending={isPending} error={problems[0]?.message ?? null}>
      <p>{t("The one before ends at once: the app stands still until its makers have entered the new one. Whoever has let it in need not do so again.")}</p>
    </ConfirmDialog>
  );
}
