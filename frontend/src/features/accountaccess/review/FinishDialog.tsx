import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useClient } from "urql";
import { FinishAccessReviewDocument } from "../../../gen/documents/features/accountaccess/review/AccessReview";
import { problemsOf } from "../../../graphql/problem";
import { plural, t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Checkbox } from "../../../ui/Checkbox";
import { Dialog } from "../../../ui/Dialog";
import { FormError } from "../../../ui/FormError";
import { TextField } from "../../../ui/TextField";
import { useAccount, useViewer } from "../../shell/viewer";
import { type Item, type OpenReview, isUndecided } from "./matrix";

interface Props {
  reviews: readonly OpenReview[];
  again: (account?: string) => Promise<unknown>;
  onClose: () => void;
}

// What is finished stays as it was: what is still open is listed, and left so only where that is wanted.
export function FinishDialog({ reviews, again, onClose }: Props) {
  const client = useClient();
  const { id } = useAccount();
  const { username } = useViewer();
  const navigate = useNavigate();
  const [leaveOpen, setLeaveOpen] = useState(false);
  const [note, setNote] = useState("");
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const mine = reviews.filter(({ mayDecide }) => mayDecide);
  const open = mine.flatMap(({ account, items }) => items.filter(({ open: gap }) => gap).map((item) => ({ account, item })));
  const undecided = open.filter(({ item }) => isUndecided(item)).length;

  const finish = async () => {
    setPending(true);
    const answers = await Promise.all(mine.map((review) => client.mutation(FinishAccessReviewDocument, { account: review.account.id, id: review.id, leaveOpen, note: note.trim() || null }).toPromise()));
    setPending(false);
    const refused = answers.flatMap(({ error }) => problemsOf(error))[0]?.message;
    setProblem(refused);
    if (refused) return void again();
    const at = answers[0]?.data?.finishAccessReview?.review?.finishedAt ?? "";
    onClose();
    await navigate({ to: "/p/$account/account-access/access-review/evidence", params: { account: id }, search: { day: at.slice(0, 10), by: username } });
  };
  const whyNot = undecided > 0 && !leaveOpen ? t("Decide on every username first, or leave them open.") : undefined;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("Finish the Access Review?")}
      description={t("What each username has now, and what was decided, is kept for good.")}
      isBusy={isPending}
      footer={
        <>
          <Button onPress={onClose}>{t("Go on reviewing")}</Button>
          <Button variant="primary" isPending={isPending} whyDisabled={whyNot} onPress={() => void finish()}>
            {plural(mine.length, "Finish {count} account", "Finish {count} accounts")}
          </Button>
        </>
      }
    >
      <FormError error={problem} />
      {open.length === 0 ? <p>{t("Everything is decided.")}</p> : <OpenOnes open={open} />}
      {undecided > 0 && (
        <Checkbox isSelected={leaveOpen} onChange={setLeaveOpen}>
          {plural(undecided, "Leave {count} that nobody has decided on", "Leave {count} that nobody has decided on")}
        </Checkbox>
      )}
      <TextField label={t("Note")} value={note} onChange={setNote} rows={2} maxLength={1000} />
    </Dialog>
  );
}

const MOST = 20;

function OpenOnes({ open }: { open: readonly { account: OpenReview["account"]; item: Item }[] }) {
  return (
    <ul aria-label={t("Still open")} className="divide-y divide-line rounded-lg border border-line">
      {open.slice(0, MOST).map(({ account, item }) => (
        <li key={item.link} className="flex flex-wrap justify-between gap-x-4 px-3 py-1.5">
          <span translate="no" className="font-medium wrap-anywhere">
            {t("{name} in {provider}", { name: item.username ?? "", provider: account.providerName })}
          </span>
          <span className="text-ink-muted">{isUndecided(item) ? t("Not decided") : t("Your own: somebody else decides")}</span>
        </li>
      ))}
      {open.length > MOST && <li className="px-3 py-1.5 text-ink-muted">{t("{count} more", { count: open.length - MOST })}</li>}
    </ul>
  );
}
