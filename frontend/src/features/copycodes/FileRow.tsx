import type { MasterFile } from "../../gen/types";
import { plural, t } from "../../text";
import { Button } from "../../ui/Button";
import { type Choices, type Entry, isOpen, taken } from "./choices";
import { fileName } from "../masterfiles/files";

interface Props {
  file: MasterFile;
  // Those that are shown: a choice for all of them is one for what one sees.
  entries: readonly Entry[];
  choices: Choices;
  isLocked: boolean;
  onDecide: (entries: readonly Entry[], take: boolean) => void;
}

// The heading of a file, with the choices for all its entries.
export function FileRow({ file, entries, choices, isLocked, onDecide }: Props) {
  const fresh = entries.filter(({ state }) => state === "NEW");
  const conflicts = entries.filter(({ state }) => state === "CONFLICT");
  const open = entries.filter(isOpen);
  const name = fileName(file);
  const replaceAll = plural(conflicts.length, "Replace {count} conflict", "Replace all {count} conflicts");
  const locked = isLocked ? t("The copy is under way.") : undefined;
  const nothing = open.length === 0 ? t("All of these are there already.") : undefined;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 bg-sunken px-4 py-2">
      <h3 className="font-semibold">{name}</h3>
      <p className="mr-auto text-sm text-ink-muted tabular-nums">
        {t("{chosen} of {count} chosen", { chosen: taken(entries, choices).length, count: entries.length })}
      </p>
      <Button size="small" variant="quiet" aria-label={t("Select all new {file}", { file: name })} onPress={() => onDecide(fresh, true)} whyDisabled={locked ?? (fresh.length === 0 ? t("None of these is new.") : undefined)}>
        {t("Select all new")}
      </Button>
      {conflicts.length > 0 && (
        <Button size="small" variant="quiet" aria-label={t("{action}: {file}", { action: replaceAll, file: name })} onPress={() => onDecide(conflicts, true)} whyDisabled={locked}>
          {replaceAll}
        </Button>
      )}
      <Button size="small" variant="quiet" aria-label={t("Select none of {file}", { file: name })} onPress={() => onDecide(open, false)} whyDisabled={locked ?? nothing}>
        {t("Select none")}
      </Button>
    </div>
  );
}
