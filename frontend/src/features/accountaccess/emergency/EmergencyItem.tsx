import { Suspense, lazy, useState } from "react";
import { EndEmergencyDocument } from "../../../gen/documents/features/accountaccess/emergency/Emergencies";
import type { EmergencyLineFragment, EmergencyState } from "../../../gen/types";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { type Zone, formatMoment } from "../../../text/format";
import { Badge } from "../../../ui/Badge";
import { Button } from "../../../ui/Button";
import { Disclosure } from "../../../ui/Disclosure";
import { FormError } from "../../../ui/FormError";
import { Skeleton } from "../../../ui/Skeleton";
import { clock, useTimeLeft } from "../../emergency/useTimeLeft";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";
import { inOneLine, levelsOf } from "../consent/levels";
import { ReviewForm } from "./ReviewForm";

// Its sentences are those of the whole Activity Log.
const LaterDone = lazy(() => import("../../activitylog/DoneInEmergency").then((module) => ({ default: module.DoneInEmergency })));

export function EmergencyItem({ emergency }: { emergency: EmergencyLineFragment }) {
  const { id: account, timeZone, mayView } = useAccount();
  const { save, isPending, problems } = useSave(EndEmergencyDocument);
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  const [isOpen, setOpen] = useState(false);
  const { id, username, reason, levels, state, until } = emergency;
  return (
    <li className="flex flex-col gap-1.5 border-b border-line px-5 py-3 last:border-b-0 phone:px-4">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <p className="min-w-0 font-medium wrap-anywhere" translate="no">{username}</p>
        {state && <Badge kind={stateKind[state]}>{stateName[state]()}</Badge>}
      </div>
      <p className="wrap-anywhere">
        <q translate="no">{reason}</q>
      </p>
      <p className="text-sm wrap-anywhere text-ink-muted">{inOneLine(levelsOf(levels ?? []))}.</p>
      <p className="text-sm text-ink-muted">{times(emergency, timeZone)}</p>
      {state === "REVIEWED" && <Found emergency={emergency} zone={timeZone} />}
      <FormError error={problems[0]?.message} />
      {state === "RUNNING" && until && (
        <div className="flex flex-wrap items-center gap-3">
          <Button size="small" variant="danger" isPending={isPending} whyDisabled={whyNot} aria-label={t("End the emergency access of {username} now", { username: username ?? "" })} onPress={() => void save({ account, id })}>
            {t("End now")}
          </Button>
          <Left until={until} />
        </div>
      )}
      {mayView("ACTIVITY_LOG") && (
        <Disclosure title={t("What was done")} headingLevel={3} isExpanded={isOpen} onExpandedChange={setOpen}>
          {isOpen && (
            <Suspense fallback={<Skeleton rows={3} height={32} label={t("Loading what was done")} />}>
              <LaterDone emergency={id} />
            </Suspense>
          )}
        </Disclosure>
      )}
      {state === "OVER" && <ReviewForm emergency={emergency} />}
    </li>
  );
}

function Left({ until }: { until: string }) {
  return <span role="timer" aria-label={t("Time left")} className="font-medium tabular-nums">{clock(useTimeLeft(until))}</span>;
}

function Found({ emergency: { justified, finding, reviewer, reviewedAt }, zone }: { emergency: EmergencyLineFragment; zone: Zone }) {
  const verdict = justified ? t("Justified, says {reviewer}", { reviewer: reviewer ?? "" }) : t("Not justified, says {reviewer}", { reviewer: reviewer ?? "" });
  return (
    <p className="text-sm wrap-anywhere">
      <span className="font-medium">{verdict}</span>: <q translate="no">{finding}</q> <span className="text-ink-muted">{reviewedAt && formatMoment(reviewedAt, zone)}</span>
    </p>
  );
}

function times({ startedAt, until, endedAt, endedBy }: EmergencyLineFragment, zone: Zone): string {
  const from = startedAt ? formatMoment(startedAt, zone) : "";
  if (!endedAt) return t("from {from} until {until}", { from, until: until ? formatMoment(until, zone) : "" });
  const to = formatMoment(endedAt, zone);
  return endedBy ? t("from {from} until {until}, ended by {username}", { from, until: to, username: endedBy }) : t("from {from} until {until}", { from, until: to });
}

const stateName: Record<EmergencyState, () => string> = { RUNNING: () => t("Runs"), OVER: () => t("Not reviewed"), REVIEWED: () => t("Reviewed") };
const stateKind = { RUNNING: "danger", OVER: "warning", REVIEWED: "neutral" } as const;
