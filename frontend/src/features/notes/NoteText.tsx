import { t } from "../../text";

// A text as it was typed, of a width that is good to read.
export function NoteText({ text }: { text: string | null }) {
  if (!text) return <p className="text-ink-muted">{t("There is no text.")}</p>;
  return <p translate="no" className="max-w-190 leading-relaxed whitespace-pre-wrap wrap-anywhere">{text}</p>;
}
