import { CircleAlert, CircleCheck } from "lucide-react";
import { plural, t } from "../../text";
import { LinkTabs } from "../../ui/LinkTabs";
import { Spinner } from "../../ui/Spinner";
import { TabLink } from "../../ui/TabLink";
import { type Progress, type Target, targetOf, toSend } from "./copying";
import type { Offered } from "./offered";
import type { WholePlan } from "./plan";

interface Props {
  plan: WholePlan;
  offered: Offered;
  progress: Progress;
}

// The accounts copied to, one list of entries each.
export function TargetTabs({ plan, offered, progress }: Props) {
  return (
    <LinkTabs label={t("Copy To")}>
      {plan.to.map((id) => (
        <TabLink key={id} from="/p/$account/account-access/copy" to="." search={(before) => ({ ...before, target: id })} replace resetScroll={false}>
          <span translate="no">{offered.all.find((account) => account.id === id)?.providerName}</span>
          <Mark target={targetOf(progress, id)} />
        </TabLink>
      ))}
    </LinkTabs>
  );
}

function Mark({ target }: { target: Target }) {
  const { run, preview } = target;
  if (run.status === "copying" || preview.status === "loading") return <Spinner label={t("working")} size={14} />;
  if (run.status === "done") return <CircleCheck aria-label={t("copied")} role="img" size={15} className="ml-1.5 text-success-ink" />;
  if (run.status !== "none" || preview.status === "failed") return <CircleAlert aria-label={t("needs a look")} role="img" size={15} className="ml-1.5 text-warning-ink" />;
  return <span className="ml-1.5 text-sm text-ink-muted tabular-nums">{plural(toSend(target).length, "{count} chosen", "{count} chosen")}</span>;
}
