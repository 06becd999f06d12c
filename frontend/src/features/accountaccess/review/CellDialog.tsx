import { Check, CircleMinus, Pencil } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { ReviewedLinkDocument } from "../../../gen/documents/features/accountaccess/review/AccessReview";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { Skeleton } from "../../../ui/Skeleton";
import { CellFacts } from "./CellFacts";
import { ChangeForm } from "./ChangeForm";
import { LevelsOfLink } from "./LevelsOfLink";
import type { Wish } from "./MatrixGrid";
import type { Item, OpenReview } from "./matrix";
import { RemoveForm } from "./RemoveForm";
import { whyNotDecide } from "./useDecide";

interface Props {
  review: OpenReview;
  item: Item;
  wish: Wish;
  onKeep: (review: OpenReview, item: Item) => Promise<void>;
  onDone: () => void;
  onClose: () => void;
}

// What a username may do in one account, section by section, and the three decisions.
export function CellDialog({ review, item, wish, onKeep, onDone, onClose }: Props) {
  const [step, setStep] = useState(wish);
  const [{ data }] = useQuery({ query: ReviewedLinkDocument, variables: { id: item.link ?? "" }, requestPolicy: "network-only" });
  const link = data?.node?.__typename === "Link" ? data.node : undefined;
  const title = t("{name} in the account of {provider}", { name: item.username ?? "", provider: review.account.providerName });
  const shared = { review, item, link, onClose, onBack: () => setStep("OPEN"), onDone: () => (onDone(), onClose()) };
  if (step === "REMOVE") return <RemoveForm {...shared} title={title} />;
  if (step === "CHANGE" && link) return <ChangeForm {...shared} link={link} title={title} />;
  const whyNot = whyNotDecide(review, item);
  // What was kept may still be changed or removed: that is another decision.
  const whyNever = item.decision === "REMOVE" || !review.mayDecide || item.open === "OWN" ? whyNot : undefined;
  const keep = () => {
    onClose();
    void onKeep(review, item);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      footer={
        <>
          <Button variant="danger" icon={CircleMinus} whyDisabled={whyNever ?? link?.deleteLocked ?? undefined} onPress={() => setStep("REMOVE")}>
            {t("Remove")}
          </Button>
          <Button icon={Pencil} whyDisabled={whyNever ?? link?.locked ?? undefined} onPress={() => setStep("CHANGE")}>
            {t("Change")}
          </Button>
          <Button variant="primary" icon={Check} whyDisabled={whyNot} onPress={keep}>
            {t("Keep")}
          </Button>
        </>
      }
    >
      {/* It may be longer than the window: keys scroll it once it has the focus. */}
      <div role="region" aria-label={t("What it is about")} tabIndex={0} className="flex flex-col gap-4 rounded-md focus-ring">
        <CellFacts item={item} />
        {link ? <LevelsOfLink privileges={link.privileges ?? []} /> : <Skeleton rows={8} height={33} />}
      </div>
    </Dialog>
  );
}
