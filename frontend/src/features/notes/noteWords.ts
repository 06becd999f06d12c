import type { NoteStatus, NoteType } from "../../gen/types";
import { t } from "../../text";
import type { Option } from "../../ui/option";

export const typeOptions = (): Option<NoteType>[] => [
  { value: "PROGRESS", label: t("Progress note") },
  { value: "INTAKE", label: t("Intake") },
  { value: "TREATMENT_PLAN", label: t("Treatment plan") },
  { value: "DISCHARGE", label: t("Discharge") },
];

export const statusOptions = (): Option<NoteStatus>[] => [
  { value: "DRAFT", label: t("Drafts") },
  { value: "SIGNED", label: t("Signed") },
  { value: "DISCARDED", label: t("Discarded") },
];

export const typeName = (type: NoteType | null): string => typeOptions().find(({ value }) => value === type)?.label ?? t("Note");
