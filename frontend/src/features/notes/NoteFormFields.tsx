import { t } from "../../text";
import { dayIn } from "../../text/dayIn";
import { Card } from "../../ui/Card";
import { DateField } from "../../ui/DateField";
import { FieldRow } from "../../ui/FieldRow";
import { Select } from "../../ui/Select";
import { TextField } from "../../ui/TextField";
import type { Edit } from "../editing/useEdit";
import { useAccount } from "../shell/viewer";
import { type Template, TemplateSelect } from "./TemplateSelect";
import { type NoteFields, noteLabels, withTemplate } from "./noteFields";
import { typeOptions } from "./noteWords";

const mostCharacters = 20_000;

export function NoteFormFields({ edit: { fields, set } }: { edit: Edit<NoteFields> }) {
  const { timeZone } = useAccount();
  const labels = noteLabels();
  const choose = ({ noteType, body }: Template) => {
    if (noteType) set("noteType")(noteType);
    set("body")(withTemplate(fields.body, body ?? ""));
  };
  return (
    <Card>
      <div className="flex max-w-190 flex-col gap-4">
        <FieldRow columns={3}>
          <DateField label={labels.noteDate} name="noteDate" value={fields.noteDate} onChange={set("noteDate")} isRequired min="2000-01-01" max={dayIn(timeZone)} />
          <Select label={labels.noteType} name="noteType" options={typeOptions()} value={fields.noteType} onChange={set("noteType")} />
          <TemplateSelect onChoose={choose} />
        </FieldRow>
        <TextField
          label={labels.body}
          name="body"
          value={fields.body}
          onChange={set("body")}
          rows={18}
          maxLength={mostCharacters}
          autoComplete="off"
          description={t("Plain text. Nothing of it is in the activity log.")}
        />
      </div>
    </Card>
  );
}
