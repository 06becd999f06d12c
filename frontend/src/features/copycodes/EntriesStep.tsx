import { useEffect, useEffectEvent } from "react";
import { t } from "../../text";
import { announce } from "../../ui/announce";
import { CopyBar } from "./CopyBar";
import { TargetEntries } from "./TargetEntries";
import { TargetTabs } from "./TargetTabs";
import { type Run, isCopying, targetOf } from "./copying";
import type { Offered } from "./offered";
import { type WholePlan, planKey } from "./plan";
import type { CopySearch } from "./search";
import type { Copying } from "./useCopying";
import { useMounted } from "./useMounted";

interface Props {
  plan: WholePlan;
  offered: Offered;
  search: CopySearch;
  copying: Copying;
  onGo: (change: CopySearch, replace?: boolean) => void;
}

export function EntriesStep({ plan, offered, search, copying, onGo }: Props) {
  const isMounted = useMounted();
  useLooks(plan, copying);
  const shown = plan.to.find((id) => id === search.target) ?? plan.to[0];
  const account = offered.all.find(({ id }) => id === shown);
  const source = offered.all.find(({ id }) => id === plan.from);
  const copyNow = async () => {
    const runs = await copying.copy(plan.to, plan);
    if (isMounted()) after(runs);
  };
  const after = (runs: readonly Run[]) => {
    const stale = runs.find(({ status }) => status === "stale");
    if (!stale) return onGo({ step: "result", target: undefined, show: undefined, find: undefined }, true);
    announce(t("Something has changed since you looked. Look again and choose."), true);
  };
  if (!account || !source) return null;
  return (
    <>
      {plan.to.length > 1 && <TargetTabs plan={plan} offered={offered} progress={copying.progress} />}
      <TargetEntries
        key={account.id}
        account={account}
        source={source}
        target={targetOf(copying.progress, account.id)}
        isLocked={isCopying(copying.progress)}
        search={search}
        onLook={() => void copying.look(account.id, plan)}
        onChoose={(choices) => copying.choose(account.id, choices)}
        onFilter={(filter) => onGo(filter, true)}
      />
      <CopyBar plan={plan} offered={offered} progress={copying.progress} onBack={() => onGo({ step: undefined, target: undefined, show: undefined, find: undefined })} onCopy={() => void copyNow()} />
    </>
  );
}

// Compares what has not been compared yet: on the way here, after a reload, and when the server
// said that something had changed.
function useLooks(plan: WholePlan, copying: Copying) {
  const { progress } = copying;
  const look = useEffectEvent(() => {
    if (progress.of !== planKey(plan)) return copying.begin(plan);
    for (const id of plan.to) {
      if (targetOf(progress, id).preview.status === "none") void copying.look(id, plan);
    }
  });
  const key = planKey(plan);
  useEffect(() => look(), [progress, key]);
}
