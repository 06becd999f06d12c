import type { ReactNode } from "react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { FormError } from "../../ui/FormError";
import type { Downloading } from "./useDownload";

interface Props {
  downloading: Downloading;
  title: string;
  description: string;
  // What is said, and may be done, once the file is kept.
  end?: ReactNode;
  more?: ReactNode;
}

export function DownloadDialog({ downloading: { asked, progress, problems, kept, start, close }, title, description, end, more }: Props) {
  const isUnderWay = problems.length === 0 && !kept;
  return (
    <Dialog
      isOpen={asked !== null}
      onOpenChange={close}
      isDismissable={false}
      size="small"
      title={title}
      description={description}
      footer={
        <>
          {kept && more}
          <Button onPress={close}>{isUnderWay ? t("Cancel") : t("Close")}</Button>
        </>
      }
    >
      <FormError error={problems[0]?.message ?? null} onRetry={() => asked && start(asked)} />
      {isUnderWay && <Bar lines={progress?.lines ?? 0} total={progress?.total ?? null} />}
      {kept && <p role="status">{end}</p>}
    </Dialog>
  );
}

const look = "h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent";

function Bar({ lines, total }: { lines: number; total: number | null }) {
  const text =
    total === null
      ? t("Counting the lines…")
      : t("{count} of {total} lines", { count: lines.toLocaleString("en-US"), total: total.toLocaleString("en-US") });
  return (
    <div className="flex flex-col gap-2">
      <progress aria-label={t("Lines fetched")} className={look} value={lines} max={Math.max(total ?? 1, 1)} />
      <p role="status" className="text-ink-muted tabular-nums">
        {text}
      </p>
    </div>
  );
}
