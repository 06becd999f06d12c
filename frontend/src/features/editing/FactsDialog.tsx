import type { ReactNode } from "react";
import { t } from "../../text";
import { Banner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { DescriptionList } from "../../ui/DescriptionList";
import { Dialog } from "../../ui/Dialog";
import { NoteAlsoHere } from "../presence/NoteAlsoHere";
import type { Words } from "./words";

export interface FactsDialogProps<Fields> {
  title: string;
  note?: ReactNode;
  thing?: string;
  fields: Fields;
  words: Words<Fields>;
  whyNotEdit: string;
  onClose: () => void;
}

// A record to be read, where it cannot be changed.
export function FactsDialog<Fields extends object>({ title, note, thing, fields, words, whyNotEdit, onClose }: FactsDialogProps<Fields>) {
  const names = Object.keys(words.labels) as (keyof Fields & string)[];
  const rows = names.map((name) => ({ label: words.labels[name], value: <span translate="no">{words.show(name, fields) ?? "–"}</span> }));
  return (
    <Dialog isOpen onOpenChange={onClose} title={title} description={<NoteAlsoHere note={note} id={thing} />} footer={<Button onPress={onClose}>{t("Close")}</Button>}>
      <Banner isCompact>{whyNotEdit}</Banner>
      <DescriptionList rows={rows} />
    </Dialog>
  );
}
