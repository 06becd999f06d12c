import { ArrowLeft, CopyCheck } from "lucide-react";
import { plural, t } from "../../text";
import { Button } from "../../ui/Button";
import { tally } from "./choices";
import { type Progress, isCopying, targetOf, toSend } from "./copying";
import type { Offered } from "./offered";
import type { WholePlan } from "./plan";

interface Props {
  plan: WholePlan;
  offered: Offered;
  progress: Progress;
  onBack: () => void;
  onCopy: () => void;
}

// What will be done, and the button that does it; always in view.
export function CopyBar({ plan, offered, progress, onBack, onCopy }: Props) {
  const copyingTo = plan.to.find((id) => targetOf(progress, id).run.status === "copying");
  const provider = offered.all.find(({ id }) => id === copyingTo)?.providerName;
  return (
    <div role="group" aria-label={t("Copy")} className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-t-lg border bg-raised px-4 py-3">
      <div className="min-w-40 flex-1 phone:basis-full" role="status">
        {copyingTo ? (
          t("Copying to {provider} ({at} of {of})…", { provider: provider ?? "", at: plan.to.indexOf(copyingTo) + 1, of: plan.to.length })
        ) : (
          <Sum plan={plan} progress={progress} />
        )}
      </div>
      <Button variant="quiet" icon={ArrowLeft} onPress={onBack} whyDisabled={copyingTo && t("The copy is under way.")}>
        {t("Back")}
      </Button>
      <Button variant="primary" icon={CopyCheck} onPress={onCopy} isPending={copyingTo !== undefined} className="phone:flex-1" whyDisabled={whyNotCopy(plan, progress)}>
        {t("Copy Now")}
      </Button>
    </div>
  );
}

function Sum({ plan, progress }: Pick<Props, "plan" | "progress">) {
  const sum = { create: 0, replace: 0, keep: 0, accounts: 0 };
  for (const target of plan.to.map((id) => targetOf(progress, id))) {
    if (target.preview.status !== "ready" || target.run.status === "done") continue;
    const { create, replace, keep } = tally(target.preview.entries, target.choices);
    sum.create += create;
    sum.replace += replace;
    sum.keep += keep;
    sum.accounts += create + replace > 0 ? 1 : 0;
  }
  return (
    <>
      <span className="font-medium">{t("{create} to create, {replace} to replace", sum)}</span>
      {plan.to.length > 1 && <span className="text-ink-muted"> {plural(sum.accounts, "in {count} account", "in {count} accounts")}</span>}
      {sum.keep > 0 && <p className="text-sm text-ink-muted">{plural(sum.keep, "{count} conflict, where theirs is kept", "{count} conflicts, where theirs is kept")}</p>}
    </>
  );
}

function whyNotCopy(plan: WholePlan, progress: Progress): string | undefined {
  const all = plan.to.map((id) => targetOf(progress, id));
  if (isCopying(progress)) return undefined;
  if (all.some(({ preview }) => preview.status === "failed")) return t("One of the accounts could not be compared: try that again, or go back and leave it out.");
  if (all.some(({ preview, run }) => preview.status !== "ready" && run.status !== "done")) return t("The entries are still being compared.");
  return all.every((target) => toSend(target).length === 0) ? t("Nothing is chosen: tick an entry, or choose Replace.") : undefined;
}
