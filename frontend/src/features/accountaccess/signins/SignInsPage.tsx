import { useQuery } from "urql";
import { AccountSignInsDocument } from "../../../gen/documents/features/accountaccess/signins/SignIns";
import { problemsOf } from "../../../graphql/problem";
import { useLive } from "../../../live/useLive";
import { t } from "../../../text";
import { Skeleton } from "../../../ui/Skeleton";
import { CannotLoad } from "../../shell/CannotLoad";
import { useTitle } from "../../shell/useTitle";
import { useAccount } from "../../shell/viewer";
import { FactorsCard } from "./FactorsCard";
import { LockedCard } from "./LockedCard";
import { RulesCard } from "./RulesCard";
import { SignInsCard } from "./SignInsCard";

// Who is signed in and works in this account, and what the account asks of sign-ins.
export function SignInsPage() {
  const { id } = useAccount();
  const [{ data, error }, again] = useQuery({ query: AccountSignInsDocument, variables: { account: id }, requestPolicy: "cache-and-network" });
  useTitle(t("Sign-ins"));
  useLive("ACCOUNT_ACCESS", () => again({ requestPolicy: "network-only", background: true }));
  const reload = () => again({ requestPolicy: "network-only" });
  const { signIns, signInRules, lockedUsernames, secondFactors, secondFactorRuleLocked, passkeyRuleLocked } = data?.account ?? {};
  if (!data && error) return <CannotLoad problems={problemsOf(error)} onRetry={reload} />;
  if (!signIns || !signInRules) return <Skeleton rows={6} />;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
      <div className="flex min-w-0 flex-col gap-4">
        {lockedUsernames && lockedUsernames.length > 0 && <LockedCard usernames={lockedUsernames} onUnlocked={reload} />}
        <SignInsCard signIns={signIns} onEnded={reload} />
        {secondFactors && <FactorsCard factors={secondFactors} />}
      </div>
      <RulesCard key={JSON.stringify(signInRules)} saved={signInRules} factorLocked={secondFactorRuleLocked ?? null} passkeyLocked={passkeyRuleLocked ?? null} onStale={reload} />
    </div>
  );
}
