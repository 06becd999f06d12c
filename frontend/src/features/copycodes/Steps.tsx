import { Check } from "lucide-react";
import { t } from "../../text";
import { VisuallyHidden } from "../../ui/VisuallyHidden";

export type StepName = "plan" | "entries" | "result";

const order: readonly StepName[] = ["plan", "entries", "result"];

// How far one is. On a phone the other steps are numbers: with all titles the row breaks in two or not by the font, which
// comes after the page.
export function Steps({ current }: { current: StepName }) {
  const titles = { plan: t("Accounts and files"), entries: t("Entries"), result: t("Result") };
  const at = order.indexOf(current);
  return (
    <ol aria-label={t("Steps")} className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      {order.map((step, index) => (
        <li key={step} aria-current={step === current ? "step" : undefined} className={`flex items-center gap-2 ${index === at ? "font-semibold" : "text-ink-muted"}`}>
          {index > 0 && <span aria-hidden className="h-px w-6 bg-line-strong/50 phone:w-3" />}
          <span
            aria-hidden
            className={`inline-flex size-5 items-center justify-center rounded-full border text-xs tabular-nums ${index === at ? "border-accent bg-accent text-on-accent" : "border-line-strong"}`}
          >
            {index < at ? <Check size={12} /> : index + 1}
          </span>
          <span className={index === at ? "" : "phone:sr-only"}>{titles[step]}</span>
          {index < at && <VisuallyHidden>{t("(done)")}</VisuallyHidden>}
        </li>
      ))}
    </ol>
  );
}
