import { NotebookPen, SearchX } from "lucide-react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";

export interface NoNotesProps {
  isNarrowed: boolean;
  onAll: () => void;
  onWrite: () => void;
  whyNotWrite: string | undefined;
}

export function NoNotes({ isNarrowed, onAll, onWrite, whyNotWrite }: NoNotesProps) {
  if (isNarrowed) {
    return (
      <EmptyState icon={SearchX} title={t("There is no such note")} action={<Button onPress={onAll}>{t("Show all notes")}</Button>}>
        {t("Fewer filters show more. Drafts that were discarded are shown only when they are chosen.")}
      </EmptyState>
    );
  }
  const write = (
    <Button icon={NotebookPen} whyDisabled={whyNotWrite} onPress={onWrite}>
      {t("Write note")}
    </Button>
  );
  return (
    <EmptyState icon={NotebookPen} title={t("There are no session notes yet")} action={write}>
      {t("A note is a draft until you sign it. Once it is signed its text stays as it is.")}
    </EmptyState>
  );
}
