import type { NoteType } from "../../../gen/types";
import { t } from "../../../text";
import type { Option } from "../../../ui/option";
import { labelOf, wordsOf } from "../words";

export const emptyNoteTemplate = { name: "", noteType: "PROGRESS" as NoteType, body: "", active: true };
export type NoteTemplateFields = typeof emptyNoteTemplate;

export const noteTypeOptions = (): Option<NoteType>[] => [
  { value: "PROGRESS", label: t("Progress note") },
  { value: "INTAKE", label: t("Intake") },
  { value: "TREATMENT_PLAN", label: t("Treatment plan") },
  { value: "DISCHARGE", label: t("Discharge") },
];

export const noteTemplateWords = () =>
  wordsOf<NoteTemplateFields>(
    { name: t("Name"), noteType: t("Type of note"), body: t("Text"), active: t("Active") },
    { noteType: (type) => labelOf(noteTypeOptions(), type) },
  );
