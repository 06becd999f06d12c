import { useState } from "react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { ConflictView } from "../../ui/ConflictView";
import { Dialog } from "../../ui/Dialog";
import { changedKeys, isResolved, mergeChoices } from "../../ui/conflict";
import type { Saved } from "./draft";
import { obviousChoices } from "./theirs";

interface Props<Fields extends object> {
  base: Fields;
  mine: Fields;
  theirs: Saved<Fields>;
  labels: Record<keyof Fields & string, string>;
  // A field in words; nothing where it is empty.
  show: (field: keyof Fields & string, fields: Fields) => string | null;
  onSave: (chosen: Fields) => void;
  onCancel: () => void;
}

// Two people have changed the same thing: both versions, field by field, and neither is lost.
export function ConflictDialog<Fields extends object>({ base, mine, theirs, labels, show, onSave, onCancel }: Props<Fields>) {
  const [choices, setChoices] = useState(() => obviousChoices(base, mine, theirs.fields));
  const keys = Object.keys(labels) as (keyof Fields & string)[];
  const rows = changedKeys(mine, theirs.fields, keys).map((id) => ({
    id,
    label: labels[id],
    mine: data(show(id, mine)),
    theirs: data(show(id, theirs.fields)),
  }));
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onCancel()}
      isDismissable={false}
      size="large"
      title={t("Somebody else saved this while you were editing")}
      description={t("Nothing of yours or theirs is lost. Where only one of you changed a field, that change is chosen already; choose the others, then save.")}
      footer={
        <>
          <Button onPress={onCancel}>{t("Back to my changes")}</Button>
          <Button
            variant="primary"
            whyDisabled={isResolved(rows, choices) ? undefined : t("Choose for each field first.")}
            onPress={() => onSave(mergeChoices(mine, theirs.fields, choices))}
          >
            {t("Save what I chose")}
          </Button>
        </>
      }
    >
      {rows.length > 0 ? <ConflictView rows={rows} choices={choices} onChange={setChoices} /> : <p>{t("Both of you made the same changes.")}</p>}
    </Dialog>
  );
}

const data = (text: string | null) => text && <span translate="no">{text}</span>;
