import { Fingerprint, ShieldCheck, ShieldPlus } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { MySecondFactorDocument } from "../../gen/documents/features/secondfactor/SecondFactor";
import type { StandingOfFactorFragment } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { FormError } from "../../ui/FormError";
import { Skeleton } from "../../ui/Skeleton";
import { later } from "../../ui/later";
import { hasPasskeys } from "../signin/passkey";
import { FactorAskers } from "./FactorAskers";
import { FactorStanding } from "./FactorStanding";
import { PasskeyList } from "./PasskeyList";
import { RemoveDialog } from "./RemoveDialog";
import { RenewDialog } from "./RenewDialog";

export type Standing = NonNullable<StandingOfFactorFragment["secondFactor"]>;

const LaterAddPasskeyDialog = later(() => import("./AddPasskeyDialog").then((module) => module.AddPasskeyDialog));
const LaterEnrolDialog = later(() => import("./EnrolDialog").then((module) => module.EnrolDialog));

// What one signs in with beside the password.
export function SecondFactorCard({ onAdded }: { onAdded?: () => void }) {
  const [{ data, error }, again] = useQuery({ query: MySecondFactorDocument, requestPolicy: "cache-and-network" });
  const [open, setOpen] = useState<"enrol" | "passkey" | "renew" | "remove" | null>(null);
  const close = () => setOpen(null);
  const factor = data?.viewer?.secondFactor;
  const app = Boolean(factor?.authenticatorSince);
  const held = app || (factor?.passkeys.length ?? 0) > 0;
  return (
    <Card title={t("My second factor")} description={t("A passkey, or a code of an app on your phone after the password: whoever learns the password alone cannot sign in.")}>
      {!factor && error && <FormError error={problemsOf(error)[0]?.message ?? null} onRetry={() => again({ requestPolicy: "network-only" })} />}
      {!factor && !error && <Skeleton rows={2} height={36} />}
      {factor && (
        <div className="flex flex-col gap-3">
          <FactorAskers factor={factor} onShown={onAdded ?? (() => location.reload())} />
          <FactorStanding factor={factor} />
          {factor.passkeys.length > 0 && <PasskeyList passkeys={factor.passkeys} isLocked={factor.changesLocked !== null} />}
          {factor.changesLocked && <p className="text-sm text-ink-muted">{factor.changesLocked}</p>}
          {!factor.changesLocked && (
            <div className="flex flex-wrap gap-2">
              {hasPasskeys() && (
                <Button variant={held ? "secondary" : "primary"} icon={Fingerprint} onPress={() => setOpen("passkey")}>
                  {t("Add a passkey")}
                </Button>
              )}
              <Button icon={app ? ShieldCheck : ShieldPlus} onPress={() => setOpen("enrol")}>
                {app ? t("Change to another app") : t("Set up an authenticator app")}
              </Button>
              {held && <Button onPress={() => setOpen("renew")}>{t("New recovery codes")}</Button>}
              {app && (
                <Button variant="quiet" onPress={() => setOpen("remove")}>
                  {t("Give up the app")}
                </Button>
              )}
            </div>
          )}
        </div>
      )}
      {open === "enrol" && <LaterEnrolDialog onClose={close} {...(onAdded && { onAdded })} />}
      {open === "passkey" && <LaterAddPasskeyDialog onClose={close} {...(onAdded && { onAdded })} />}
      {open === "renew" && <RenewDialog onClose={close} />}
      {open === "remove" && <RemoveDialog onClose={close} />}
    </Card>
  );
}
