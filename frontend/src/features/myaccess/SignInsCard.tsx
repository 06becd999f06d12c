import { useState } from "react";
import { useQuery } from "urql";
import { SignInsDocument } from "../../gen/documents/features/myaccess/MyAccess";
import type { SignInsQuery } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import { plural, t } from "../../text";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { FormError } from "../../ui/FormError";
import { Skeleton } from "../../ui/Skeleton";
import { EndSignInsDialog } from "./EndSignInsDialog";
import { SignInRow } from "./SignInRow";

export type SignIn = NonNullable<NonNullable<SignInsQuery["viewer"]>["signIns"]>[number];

export function SignInsCard() {
  const [{ data, error }, again] = useQuery({ query: SignInsDocument, requestPolicy: "cache-and-network" });
  const [ending, setEnding] = useState<SignIn[]>([]);
  const reload = () => again({ requestPolicy: "network-only" });
  const signIns = data?.viewer?.signIns ?? [];
  const limits = data?.viewer?.signInLimits;
  const others = signIns.filter(({ current }) => !current);

  return (
    <Card
      title={t("My sign-ins")}
      description={limits ? plural(limits.idleMinutes, "Where you are signed in now. A sign-in ends by itself after {count} minute without use.", "Where you are signed in now. A sign-in ends by itself after {count} minutes without use.") : t("Where you are signed in now.")}
      actions={
        others.length > 1 && (
          <Button size="small" onPress={() => setEnding(others)}>
            {t("End all others")}
          </Button>
        )
      }
      isFlush
    >
      {!data && error && <FormError error={problemsOf(error)[0]?.message ?? null} onRetry={reload} />}
      {!data && !error && (
        <div className="px-5 py-2">
          <Skeleton rows={2} height={52} />
        </div>
      )}
      <ul aria-label={plural(signIns.length, "{count} sign-in", "{count} sign-ins")}>
        {signIns.map((signIn) => (
          <SignInRow key={signIn.id} signIn={signIn} onEnd={() => setEnding([signIn])} />
        ))}
      </ul>
      <EndSignInsDialog signIns={ending} onClose={() => setEnding([])} onEnded={reload} />
    </Card>
  );
}
