import { ShieldCheck, ShieldPlus } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { MySecondFactorDocument } from "../../gen/documents/features/secondfactor/SecondFactor";
import type { StandingOfFactorFragment } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { Banner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { FormError } from "../../ui/FormError";
import { Skeleton } from "../../ui/Skeleton";
import { later } from "../../ui/later";
import { FactorStanding } from "./FactorStanding";
import { RemoveDialog } from "./RemoveDialog";
import { RenewDialog } from "./RenewDialog";

export type Standing = NonNullable<StandingOfFactorFragment["secondFactor"]>;

const LaterEnrolDialog = later(() => import("./EnrolDialog").then((module) => module.EnrolDialog));

// What one signs in with beside the password.
export function SecondFactorCard({ onAdded }: { onAdded?: () => void }) {
  const [{ data, error }, again] = useQuery({ query: MySecondFactorDocument, requestPolicy: "cache-and-network" });
  const [open, setOpen] = useState<"enrol" | "renew" | "remove" | null>(null);
  const close = () => setOpen(null);
  const factor = data?.viewer?.secondFactor;
  const held = Boolean(factor?.authenticatorSince);
  return (
    <Card title={t("My second factor")} description={t("A code of an app on your phone, asked for after the password: whoever learns the password alone cannot sign in.")}>
      {!factor && error && <FormError error={problemsOf(error)[0]?.message ?? null} onRetry={() => again({ requestPolicy: "network-only" })} />}
      {!factor && !error && <Skeleton rows={2} height={36} />}
      {factor && (
        <div className="flex flex-col gap-3">
          {factor.askedBy.length > 0 && (
            <Banner kind="warning" title={t("Needed to enter")}>
              <span translate="no">{factor.askedBy.map(({ providerName, practiceName }) => `${providerName}, ${practiceName}`).join("; ")}</span>
            </Banner>
          )}
          <FactorStanding factor={factor} />
          <div className="flex flex-wrap gap-2">
            <Button variant={held ? "secondary" : "primary"} icon={held ? ShieldCheck : ShieldPlus} onPress={() => setOpen("enrol")}>
              {held ? t("Change to another app") : t("Set up an authenticator app")}
            </Button>
            {held && <Button onPress={() => setOpen("renew")}>{t("New recovery codes")}</Button>}
            {held && (
              <Button variant="quiet" onPress={() => setOpen("remove")}>
                {t("Give it up")}
              </Button>
            )}
          </div>
        </div>
      )}
      {open === "enrol" && <LaterEnrolDialog onClose={close} {...(onAdded && { onAdded })} />}
      {open === "renew" && <RenewDialog onClose={close} />}
      {open === "remove" && <RemoveDialog onClose={close} />}
    </Card>
  );
}
