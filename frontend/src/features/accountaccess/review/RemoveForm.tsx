import { DeleteUsernameDocument } from "../../../gen/documents/features/accountaccess/privileges/Privileges";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { announce } from "../../../ui/announce";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import type { ReviewedLink } from "./LevelsOfLink";
import type { Item, OpenReview } from "./matrix";

interface Props {
  review: OpenReview;
  item: Item;
  link: ReviewedLink | undefined;
  title: string;
  onDone: () => void;
  onClose: () => void;
}

// The access is ended as in Username Privileges: that it was is the decision.
export function RemoveForm({ review, item, link, onDone, onClose }: Props) {
  const { save, isPending, problems } = useSave(DeleteUsernameDocument);
  const name = item.username ?? "";
  const remove = async () => {
    const saved = await save({ account: review.account.id, link: item.link ?? "" });
    if (!saved?.deleteUsername) return;
    announce(t("{name} is removed from {provider}.", { name, provider: review.account.providerName }));
    onDone();
  };
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("Remove {name}?", { name })}
      confirmLabel={t("Remove")}
      isDanger
      isPending={isPending}
      error={problems[0]?.message}
      whyDisabled={link?.deleteLocked ?? undefined}
      onConfirm={() => void remove()}
    >
      {link?.deleteLocked && <p className="font-medium">{link.deleteLocked}</p>}
      <p>{t("It can no longer enter the account of {provider}, and whatever it has open there closes at once. It lives on in its other accounts, if it has any.", { provider: review.account.providerName })}</p>
      <p>{t("This cannot be undone.")}</p>
    </ConfirmDialog>
  );
}
