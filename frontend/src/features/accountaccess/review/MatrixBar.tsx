import { ListChecks } from "lucide-react";
import { plural, t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Kbd } from "../../../ui/Kbd";
import { SearchField } from "../../../ui/SearchField";
import { Select } from "../../../ui/Select";
import type { Progress, Show } from "./matrix";

interface Props {
  progress: Progress;
  name: string;
  show: Show;
  onName: (name: string) => void;
  onShow: (show: Show) => void;
  // What the last key did or could not do.
  status: string;
  onFinish: () => void;
}

export function MatrixBar({ progress: { decided, total, own }, name, show, onName, onShow, status, onFinish }: Props) {
  const said = t("{decided} of {total} decided", { decided, total });
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="text-lg font-semibold tabular-nums">{said}</span>
            {own > 0 && <span className="text-sm text-ink-muted">{plural(own, "{count} is your own: somebody else decides", "{count} are your own: somebody else decides")}</span>}
          </p>
          <div role="progressbar" aria-label={t("Progress")} aria-valuemin={0} aria-valuemax={total} aria-valuenow={decided} aria-valuetext={said} className="h-2 max-w-120 overflow-hidden rounded-full border border-line bg-sunken">
            <div className="h-full bg-accent" style={{ width: `${(100 * decided) / Math.max(total, 1)}%` }} />
          </div>
        </div>
        <Button variant="primary" icon={ListChecks} onPress={onFinish}>
          {t("Finish…")}
        </Button>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <SearchField label={t("Find a username")} value={name} onChange={onName} className="w-60 phone:w-full" />
        <Select label={t("Which are shown")} labelHidden className="w-52 phone:w-full" options={shows()} value={show} onChange={onShow} />
        <p className="hidden items-center gap-x-3 text-sm whitespace-nowrap text-ink-muted lg:flex">
          <span>
            <Kbd>K</Kbd> {t("keep")}
          </span>
          <span>
            <Kbd>C</Kbd> {t("change")}
          </span>
          <span>
            <Kbd>R</Kbd> {t("remove")}
          </span>
          <span>
            <Kbd>Enter</Kbd> {t("look")}
          </span>
        </p>
        <p className="min-w-0 flex-1 truncate text-right text-sm text-ink-muted phone:hidden">{status}</p>
      </div>
    </>
  );
}

const shows = (): { value: Show; label: string }[] => [
  { value: "ALL", label: t("All usernames") },
  { value: "UNDECIDED", label: t("Not decided") },
  { value: "UNUSED", label: t("Not used for 90 days") },
];
