import { t } from "../../../text";
import { Banner } from "../../../ui/Banner";
import { FieldRow } from "../../../ui/FieldRow";
import { Select } from "../../../ui/Select";
import { FormActive } from "../FormActive";
import { FormText } from "../FormText";
import type { FormProps } from "../fileScreen";
import { type NoteTemplateFields, noteTypeOptions } from "./noteTemplate";

export function NoteTemplateForm(form: FormProps<NoteTemplateFields>) {
  const { fields, set, labels, isNew } = form;
  return (
    <>
      <FieldRow>
        <FormText form={form} name="name" isRequired autoFocus={isNew} />
        <Select label={labels.noteType} name="noteType" options={noteTypeOptions()} value={fields.noteType} onChange={set("noteType")} />
      </FieldRow>
      <Banner kind="warning" isCompact>{t("Write nothing about a client here: templates are copied to other accounts.")}</Banner>
      <FormText form={form} name="body" isRequired rows={8} maxLength={2000} description={t("What a new note of this type begins with.")} />
      <FormActive form={form} />
    </>
  );
}
