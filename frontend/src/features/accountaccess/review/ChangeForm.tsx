import { useState } from "react";
import { ChangeInReviewDocument } from "../../../gen/documents/features/accountaccess/review/AccessReview";
import type { Section } from "../../../gen/types";
import { useSave } from "../../../graphql/useSave";
import { plural, t } from "../../../text";
import { announce } from "../../../ui/announce";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { FormError } from "../../../ui/FormError";
import type { Level } from "../../../ui/level";
import { LevelChoice } from "../../../ui/LevelChoice";
import { sectionTitle } from "../../shell/sections";
import type { ReviewedLink } from "./LevelsOfLink";
import type { Item, OpenReview } from "./matrix";

interface Props {
  review: OpenReview;
  item: Item;
  link: ReviewedLink;
  title: string;
  onBack: () => void;
  onDone: () => void;
  onClose: () => void;
}

// Other levels, saved as in Username Privileges and by its rules; with that it is decided.
export function ChangeForm({ review, item, link, title, onBack, onDone, onClose }: Props) {
  const [wanted, setWanted] = useState<ReadonlyMap<Section, Level>>(new Map());
  const { save, isPending, problems } = useSave(ChangeInReviewDocument);
  const held = link.privileges ?? [];
  const changed = held.filter(({ section, level }) => section && wanted.has(section) && wanted.get(section) !== level);
  const submit = async () => {
    const version = link.version ?? 0;
    const levels = changed.flatMap(({ section, validFrom, validUntil }) => (section ? [{ section, level: wanted.get(section) ?? ("NONE" as const), validFrom, validUntil }] : []));
    const input = [{ link: link.id, version, levels, reason: t("Access Review") }];
    const saved = await save({ account: review.account.id, id: review.id, link: link.id, input, next: version + 1 });
    if (!saved?.confirmAccess) return;
    announce(t("{name} is changed in {provider}.", { name: item.username ?? "", provider: review.account.providerName }));
    onDone();
  };
  const whyNot = link.locked ?? (changed.length === 0 ? t("Change a level first, or keep what it has.") : undefined);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      description={t("What is saved here holds at once.")}
      isBusy={isPending}
      footer={
        <>
          <Button onPress={onBack}>{t("Back")}</Button>
          <Button variant="primary" isPending={isPending} whyDisabled={whyNot} onPress={() => void submit()}>
            {plural(changed.length, "Save {count} change", "Save {count} changes")}
          </Button>
        </>
      }
    >
      <FormError error={problems[0]?.message ?? link.locked} />
      <ul aria-label={t("Sections")} className="divide-y divide-line rounded-lg border border-line">
        {held.map(({ section, level, grantable }) => section && (
          <li key={section} className="grid items-center gap-x-4 gap-y-1 px-3 py-1.5 desk:grid-cols-[1fr_19.5rem]">
            <span className="font-medium">{sectionTitle(section)}</span>
            <LevelChoice
              label={t("{section} for {name}", { section: sectionTitle(section), name: item.username ?? "" })}
              labelHidden
              stretch
              short
              value={wanted.get(section) ?? level}
              onChange={(to) => setWanted((before) => new Map(before).set(section, to))}
              highest={grantable ?? "NONE"}
              whyCapped={t("More is not yours to give here.")}
              isReadOnly={!grantable}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
