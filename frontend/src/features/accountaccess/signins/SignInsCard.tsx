import { MonitorOff } from "lucide-react";
import { useState } from "react";
import type { AccountSignInsQuery } from "../../../gen/types";
import { plural, t } from "../../../text";
import { Card } from "../../../ui/Card";
import { EmptyState } from "../../../ui/EmptyState";
import { EndDialog } from "./EndDialog";
import { SignInItem } from "./SignInItem";

export type SignInHere = NonNullable<NonNullable<AccountSignInsQuery["account"]>["signIns"]>[number];

export function SignInsCard({ signIns, onEnded }: { signIns: SignInHere[]; onEnded: () => void }) {
  const [ending, setEnding] = useState<SignInHere | null>(null);
  return (
    <Card title={t("In use in this account")} description={t("Sign-ins that have done something here and have not ended. What they do in other accounts is not shown.")} isFlush>
      {signIns.length === 0 && <EmptyState icon={MonitorOff} title={t("Nobody is signed in here now")} isCompact />}
      <ul aria-label={plural(signIns.length, "{count} sign-in", "{count} sign-ins")}>
        {signIns.map((signIn) => (
          <SignInItem key={signIn.id} signIn={signIn} onEnd={() => setEnding(signIn)} />
        ))}
      </ul>
      {ending && <EndDialog signIn={ending} onClose={() => setEnding(null)} onEnded={onEnded} />}
    </Card>
  );
}
