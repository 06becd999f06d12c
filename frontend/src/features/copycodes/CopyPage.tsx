import { Link2Off } from "lucide-react";
import { getRouteApi } from "@tanstack/react-router";
import { useEffectEvent, useLayoutEffect, useRef } from "react";
import { t } from "../../text";
import { EmptyState } from "../../ui/EmptyState";
import { later } from "../../ui/later";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { LeaveDialog } from "./LeaveDialog";
import { PlanStep } from "./PlanStep";
import { type StepName, Steps } from "./Steps";
import { isChosen } from "./choices";
import { type Progress, isCopying } from "./copying";
import { whyNoCopy } from "./offered";
import { type WholePlan, planKey, planOf, whole } from "./plan";
import type { CopySearch } from "./search";
import { useCopying } from "./useCopying";
import { useOffered } from "./useOffered";

const LaterEntriesStep = later(() => import("./EntriesStep").then((module) => module.EntriesStep));
const LaterResultStep = later(() => import("./ResultStep").then((module) => module.ResultStep));
const LaterRecentCopies = later(() => import("./RecentCopies").then((module) => module.RecentCopies));

const route = getRouteApi("/p/$account/account-access/copy");

// Copy Codes to Another Account. Which step is shown and what step 1 says stand in the address, so
// Back works; what was chosen among the entries stays here until one leaves.
export function CopyPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const offered = useOffered();
  const { id } = useAccount();
  const copying = useCopying();
  useTitle(t("Copy Codes to Another Account"));

  const chosen = planOf(search, offered, id);
  const plan = whole(chosen);
  const step = plan ? stepOf(search, plan, copying.progress) : "plan";
  const frame = useFocusOnChange(step);

  const go = (change: CopySearch, replace = false) => void navigate({ search: (before) => ({ ...before, ...change }), replace, resetScroll: change.step !== undefined });
  const start = () => {
    if (!plan) return;
    copying.begin(plan);
    go({ from: plan.from, step: "entries", target: plan.to[0], show: undefined, find: undefined });
  };

  const whyNot = whyNoCopy(offered);
  if (whyNot) return <EmptyState icon={Link2Off} title={t("There is nothing to copy between")}>{whyNot}</EmptyState>;
  return (
    <div ref={frame} tabIndex={-1} aria-label={t("Copy Codes to Another Account")} role="region" className="flex flex-col gap-5 outline-none">
      <Steps current={step} />
      {step === "plan" && (
        <>
          <PlanStep plan={chosen} offered={offered} onChange={(change) => go(change, true)} onContinue={start} />
          <LaterRecentCopies />
        </>
      )}
      {step === "entries" && plan && <LaterEntriesStep plan={plan} offered={offered} search={search} copying={copying} onGo={go} />}
      {step === "result" && plan && <LaterResultStep plan={plan} offered={offered} copying={copying} onGo={go} />}
      <LeaveDialog {...atStake(copying.progress)} />
    </div>
  );
}

// A result is shown only by the page that has copied: reached by its address, it is not there.
function stepOf({ step }: CopySearch, plan: WholePlan, { of, targets }: Progress): StepName {
  if (step === "entries") return "entries";
  const ran = of === planKey(plan) && Object.values(targets).some(({ run }) => run.status !== "none");
  return step === "result" && ran ? "result" : "plan";
}

function atStake(progress: Progress) {
  return {
    isCopying: isCopying(progress),
    hasChoices: Object.values(progress.targets).some(({ preview, choices }) => preview.status === "ready" && isChosen(preview.entries, choices)),
  };
}

// Where the step changes, its page takes the place of the former: focus goes to its beginning.
function useFocusOnChange(step: string) {
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  const changed = useEffectEvent(() => {
    if (shown.current === step) return;
    shown.current = step;
    frame.current?.focus({ preventScroll: true });
  });
  useLayoutEffect(() => changed(), [step]);
  return frame;
}
