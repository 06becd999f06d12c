import { CircleAlert, Redo2, Trash2, Undo2 } from "lucide-react";
import { plural, t } from "../../../text";
import { Button } from "../../../ui/Button";
import { IconButton } from "../../../ui/IconButton";
import { useIsPhone } from "../../../ui/useIsPhone";
import type { Change } from "./draft";
import { KeyHints } from "./KeyHints";

interface Props {
  changes: readonly Change[];
  mayUndo: boolean;
  mayRedo: boolean;
  // What the last key did or could not do.
  status: string;
  onUndo: () => void;
  onRedo: () => void;
  onDiscard: () => void;
  onReview: () => void;
}

// Always in its place on a laptop, so that the first change moves nothing under the hand. It lies over
// the grid only with something to say: the key hints need a wide window.
export function SaveBar(props: Props) {
  const { changes, status, mayUndo, mayRedo, onUndo, onRedo, onDiscard, onReview } = props;
  const isPhone = useIsPhone();
  const isIdle = changes.length === 0 && !mayUndo && !mayRedo;
  if (isIdle && isPhone) return null;
  const look = isIdle ? `border-transparent bg-canvas ${status ? "" : "max-lg:static"}` : "border-line bg-raised shadow-overlay";
  return (
    <section
      aria-label={t("Unsaved changes")}
      className={`no-print sticky bottom-3 z-20 flex min-h-14 items-center gap-2 rounded-lg border px-3 py-1.5 phone:bottom-0 phone:-mx-2 phone:rounded-b-none ${look}`}
    >
      <div className="flex min-w-0 flex-1 items-center gap-3">
        {isIdle ? <KeyHints /> : <Count changes={changes} />}
        <p className="min-w-0 flex-1 truncate text-sm text-ink-muted phone:hidden">{status}</p>
      </div>
      {!isIdle && (
        <>
          <IconButton label={t("Undo")} icon={Undo2} onPress={onUndo} whyDisabled={mayUndo ? undefined : t("There is nothing to undo.")} />
          <IconButton label={t("Redo")} icon={Redo2} onPress={onRedo} whyDisabled={mayRedo ? undefined : t("There is nothing to redo.")} />
          <IconButton label={t("Discard")} icon={Trash2} onPress={onDiscard} whyDisabled={changes.length > 0 ? undefined : t("There is nothing to discard.")} />
          <Button variant="primary" onPress={onReview} whyDisabled={changes.length > 0 ? undefined : t("There is nothing to save.")}>
            {isPhone ? t("Review") : t("Review and save")}
          </Button>
        </>
      )}
    </section>
  );
}

function Count({ changes }: { changes: readonly Change[] }) {
  const usernames = new Set(changes.map(({ row }) => row.id)).size;
  const conflicts = changes.filter(({ isConflict }) => isConflict).length;
  return (
    <div className="shrink-0 leading-4 phone:shrink phone:text-xs">
      <p className="font-semibold">
        {plural(changes.length, "{count} change", "{count} changes")} {plural(usernames, "to {count} username", "to {count} usernames")}
      </p>
      {conflicts > 0 && (
        <p className="flex items-center gap-1 text-sm text-danger-ink">
          <CircleAlert aria-hidden size={13} className="shrink-0" />
          {plural(conflicts, "{count} to decide", "{count} to decide")}
        </p>
      )}
    </div>
  );
}
