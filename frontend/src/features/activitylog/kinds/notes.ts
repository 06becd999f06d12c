import { FileLock, FilePen, FilePlus, FileText, Files, FileX, Paperclip, PenLine, Printer, Share2, ShieldAlert, Undo2 } from "lucide-react";
import { t } from "../../../text";
import { type Kind, who } from "../entry";
import { counted, withChanges } from "./records";

export const noteKinds: Record<string, Kind> = {
  "note.listed": { label: () => t("Session notes listed"), icon: Files, say: (e) => counted(e, "{who} listed {count} session note", "{who} listed {count} session notes") },
  "note.opened": { label: () => t("Session note opened"), icon: FileText, say: (e) => t("{who} opened a session note", { who: who(e) }) },
  "note.refreshed": { label: () => t("Open session note shown anew"), icon: FileText, say: (e) => t("{who} was shown a session note anew that they had open", { who: who(e) }) },
  "note.altered": { label: () => t("Signed note found altered"), icon: ShieldAlert, say: (e) => t("{who} opened a signed session note that is not what was signed", { who: who(e) }) },
  "note.written": { label: () => t("Session note written"), icon: FilePlus, say: (e) => counted(e, "{who} wrote {count} session note", "{who} wrote {count} session notes") },
  "note.changed": { label: () => t("Session note changed"), icon: FilePen, say: (e, telling) => withChanges(e, telling, t("{who} changed a draft of a session note", { who: who(e) })) },
  "note.discarded": { label: () => t("Draft of a note discarded"), icon: FileX, say: (e) => t("{who} discarded a draft of a session note", { who: who(e) }) },
  "note.restored": { label: () => t("Draft of a note taken back"), icon: Undo2, say: (e) => t("{who} took back a draft of a session note", { who: who(e) }) },
  "note.signed": { label: () => t("Session note signed"), icon: PenLine, say: (e) => t("{who} signed a session note", { who: who(e) }) },
  "note.addended": { label: () => t("Addendum added"), icon: Paperclip, say: (e) => t("{who} added an addendum to a session note", { who: who(e) }) },
  "note.printed": { label: () => t("Session note printed"), icon: Printer, say: (e) => t("{who} printed a session note", { who: who(e) }) },
};

export const psychotherapyKinds: Record<string, Kind> = {
  "psych.listed": { label: () => t("Psychotherapy notes listed"), icon: Files, say: (e) => counted(e, "{who} listed {count} psychotherapy note", "{who} listed {count} psychotherapy notes") },
  "psych.opened": { label: () => t("Psychotherapy note opened"), icon: FileLock, say: (e) => t("{who} opened a psychotherapy note", { who: who(e) }) },
  "psych.written": { label: () => t("Psychotherapy note written"), icon: FilePlus, say: (e) => t("{who} wrote a psychotherapy note", { who: who(e) }) },
  "psych.changed": { label: () => t("Psychotherapy note changed"), icon: FilePen, say: (e, telling) => withChanges(e, telling, t("{who} changed a psychotherapy note", { who: who(e) })) },
  "psych.shared": { label: () => t("Psychotherapy note shared"), icon: Share2, say: (e) => t("{who} shared a psychotherapy note", { who: who(e) }) },
  "psych.unshared": { label: () => t("Psychotherapy note no longer shared"), icon: FileLock, say: (e) => t("{who} no longer shares a psychotherapy note", { who: who(e) }) },
};
