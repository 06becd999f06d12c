import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { FormError } from "../../../ui/FormError";
import type { Exporting } from "./useExport";

export function ExportDialog({ exporting: { format, progress, problems, start, cancel } }: { exporting: Exporting }) {
  const hasFailed = problems.length > 0;
  return (
    <Dialog
      isOpen={format !== null}
      onOpenChange={cancel}
      isDismissable={false}
      size="small"
      title={t("Exporting the log")}
      description={t("The export is itself an entry of the log, with its number of rows.")}
      footer={<Button onPress={cancel}>{hasFailed ? t("Close") : t("Cancel")}</Button>}
    >
      <FormError error={problems[0]?.message ?? null} onRetry={() => format && start(format)} />
      {!hasFailed && <Bar count={progress?.count ?? 0} total={progress?.total ?? null} />}
    </Dialog>
  );
}

const look = "h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent";

function Bar({ count, total }: { count: number; total: number | null }) {
  const text =
    total === null
      ? t("Counting the entries…")
      : t("{count} of {total} entries", { count: count.toLocaleString("en-US"), total: total.toLocaleString("en-US") });
  return (
    <div className="flex flex-col gap-2">
      <progress aria-label={t("Entries fetched")} className={look} value={count} max={Math.max(total ?? 1, 1)} />
      <p role="status" className="text-ink-muted tabular-nums">
        {text}
      </p>
    </div>
  );
}
