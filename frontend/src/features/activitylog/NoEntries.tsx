import { ClipboardList, SearchX } from "lucide-react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";

export function NoEntries({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (!isFiltered) return <EmptyState icon={ClipboardList} title={t("Nothing has been logged yet")} />;
  return (
    <EmptyState icon={SearchX} title={t("No entry fits all filters")} action={<Button onPress={onClear}>{t("Clear all filters")}</Button>}>
      {t("As a filter, a username has to be complete; the search finds parts of one. Or take the dates further apart.")}
    </EmptyState>
  );
}
