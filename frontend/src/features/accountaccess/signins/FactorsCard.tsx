import { useState } from "react";
import { ResetSecondFactorDocument } from "../../../gen/documents/features/accountaccess/signins/SignIns";
import type { AccountSignInsQuery } from "../../../gen/types";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { Badge } from "../../../ui/Badge";
import { Button } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { toast } from "../../../ui/toast";
import { useAccount } from "../../shell/viewer";

type Factor = NonNullable<NonNullable<AccountSignInsQuery["account"]>["secondFactors"]>[number];

function standing({ held, passkey }: Factor): string {
  if (passkey) return t("Has a passkey");
  return held ? t("Has an app") : t("Has none");
}

// Who has a second factor, and the way back for whoever has lost phone and recovery codes.
export function FactorsCard({ factors }: { factors: readonly Factor[] }) {
  const { id } = useAccount();
  const [lost, setLost] = useState<Factor>();
  const { save, isPending, problems, clear } = useSave(ResetSecondFactorDocument);
  const name = lost?.username ?? "";
  const close = () => {
    clear();
    setLost(undefined);
  };
  const reset = async () => {
    if (!(await save({ account: id, link: lost?.link ?? "" }))) return;
    toast({ text: t("The second factor of {name} is gone. The next sign-in needs the password, and a new one.", { name }) });
    close();
  };
  return (
    <Card title={t("Second factors")} description={t("Who signs in with a passkey, or with a code beside the password.")} isFlush>
      <ul>
        {factors.map((one) => (
          <li key={one.link} className="flex items-center gap-3 border-b border-line px-5 py-2.5 last:border-b-0 phone:px-4">
            <p translate="no" className="min-w-0 flex-1 font-medium wrap-anywhere">{one.username}</p>
            <Badge kind={one.held ? "success" : "neutral"}>{standing(one)}</Badge>
            {one.held && (
              <Button size="small" onPress={() => setLost(one)} whyDisabled={one.resetLocked ?? undefined} aria-label={t("Reset the second factor of {name}", { name: one.username ?? "" })}>
                {t("Reset")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog isOpen={lost !== undefined} onOpenChange={close} title={t("Reset the second factor of {name}?", { name })} confirmLabel={t("Reset")} onConfirm={() => void reset()} isDanger isPending={isPending} error={problems[0]?.message ?? null}>
        <p>{t("Only when you are sure that it is them who have lost it: ask in person. Their sign-ins end, in every account, they choose a new password, and whoever runs the other accounts that they may enter is told.")}</p>
      </ConfirmDialog>
    </Card>
  );
}
