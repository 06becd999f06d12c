import { Suspense, lazy, useState } from "react";
import { t } from "../../../text";
import { useTitle } from "../../shell/useTitle";
import { AccountsCard } from "./AccountsCard";
import { AdviceCard } from "./AdviceCard";
import { FindCard } from "./FindCard";
import { FoundCard } from "./FoundCard";
import { JoinedCard } from "./JoinedCard";
import type { Find, Joined } from "./find";

const LaterCodeCard = lazy(() => import("../consent/CodeCard").then((module) => ({ default: module.CodeCard })));

type Stage = { at: "find"; username: string } | { at: "found"; find: Find } | { at: "joined"; joined: Joined };

const start: Stage = { at: "find", username: "" };

// Access Other Accounts: first the account is found, with nothing granted; then it is joined.
export function OtherPage() {
  const [stage, setStage] = useState<Stage>(start);
  useTitle(t("Access Other Accounts"));
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-4">
        {stage.at === "find" && <FindCard username={stage.username} onFound={(find) => setStage({ at: "found", find })} />}
        {stage.at === "found" && (
          <FoundCard
            key={stage.find.id}
            find={stage.find}
            onCancel={() => setStage({ at: "find", username: stage.find.username })}
            onJoined={(joined) => setStage({ at: "joined", joined })}
          />
        )}
        {stage.at === "joined" && <JoinedCard joined={stage.joined} onMore={() => setStage(start)} />}
        <Suspense fallback={<div className="min-h-70" />}>
          <LaterCodeCard />
        </Suspense>
        <AdviceCard />
      </div>
      <AccountsCard />
    </div>
  );
}
