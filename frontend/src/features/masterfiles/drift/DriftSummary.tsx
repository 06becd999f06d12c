import { GitCompareArrows } from "lucide-react";
import { useState } from "react";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { later } from "../../../ui/later";
import type { Side } from "./words";

const LaterDriftOfTarget = later(() => import("./DriftOfTarget").then((module) => module.DriftOfTarget));

interface Props {
  // The accounts that were or will be copied to, and the one copied from.
  here: readonly Side[];
  there: Side | undefined;
}

// How the master files of accounts stand against those of another one, once it is asked for.
export function DriftSummary({ here, there }: Props) {
  const [asked, setAsked] = useState<string>();
  const question = JSON.stringify([there?.id, here.map(({ id }) => id)]);
  const whyNot = !there || here.length === 0 ? t("Choose an account to copy from and one to copy to.") : undefined;
  return (
    <Card
      title={t("What differs now")}
      description={t("Compares all ten files, and changes nothing. The activity logs of the accounts say that you looked.")}
      actions={
        <Button icon={GitCompareArrows} whyDisabled={whyNot} onPress={() => setAsked(question)}>
          {t("Compare")}
        </Button>
      }
    >
      <div aria-live="polite" className="flex flex-col gap-5 empty:hidden">
        {asked === question && there && here.map((side) => <LaterDriftOfTarget key={side.id} here={side} there={there} isNamed={here.length > 1} />)}
      </div>
    </Card>
  );
}
