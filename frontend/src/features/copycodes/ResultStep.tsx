import { Plus } from "lucide-react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { FormActions } from "../../ui/FormActions";
import { ResultCard } from "./ResultCard";
import { targetOf } from "./copying";
import type { Offered } from "./offered";
import type { WholePlan } from "./plan";
import type { CopySearch } from "./search";
import type { Copying } from "./useCopying";

interface Props {
  plan: WholePlan;
  offered: Offered;
  copying: Copying;
  onGo: (change: CopySearch, replace?: boolean) => void;
}

export function ResultStep({ plan, offered, copying, onGo }: Props) {
  const source = offered.all.find((account) => account.id === plan.from);
  return (
    <>
      <ul className="flex flex-col gap-4">
        {plan.to.map((to) => {
          const account = offered.all.find((one) => one.id === to);
          return (
            account && (
              <li key={to}>
                <ResultCard
                  account={account}
                  source={source?.providerName ?? ""}
                  files={plan.files}
                  target={targetOf(copying.progress, to)}
                  onRetry={() => void copying.copy([to], plan)}
                  onLook={() => onGo({ step: "entries", target: to })}
                />
              </li>
            )
          );
        })}
      </ul>
      <FormActions>
        <Button icon={Plus} onPress={() => onGo({ step: undefined, to: undefined, files: undefined, charges: undefined })}>
          {t("Copy more")}
        </Button>
      </FormActions>
    </>
  );
}
