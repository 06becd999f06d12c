import { DoorOpen, Plus } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { AppsOfAccountDocument } from "../../gen/documents/features/apps/Apps";
import type { AppLineFragment } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import { useLive } from "../../live/useLive";
import { plural, t } from "../../text";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Skeleton } from "../../ui/Skeleton";
import { later } from "../../ui/later";
import { type Made, MadeCard } from "../apitokens/MadeCard";
import { CannotLoad } from "../shell/CannotLoad";
import { useTitle } from "../shell/useTitle";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { useAccount } from "../shell/viewer";
import { AppItem, type Doing } from "./AppItem";
import { NoApps } from "./NoApps";

const RegisterDialog = later(() => import("./RegisterDialog").then((module) => module.RegisterDialog));
const LetInDialog = later(() => import("./LetInDialog").then((module) => module.LetInDialog));
const DoingDialog = later(() => import("./DoingDialog").then((module) => module.DoingDialog));

// The apps of others that people of this account may let in.
export function AppsPage() {
  const { id } = useAccount();
  const [{ data, error }, again] = useQuery({ query: AppsOfAccountDocument, variables: { account: id }, requestPolicy: "cache-and-network" });
  const [adding, setAdding] = useState<"register" | "let-in">();
  const [doing, setDoing] = useState<{ app: AppLineFragment; what: Doing }>();
  const [made, setMade] = useState<Made>();
  const reload = () => again({ requestPolicy: "network-only" });
  useTitle(t("Apps"));
  useLive("ACCOUNT_ACCESS", () => again({ requestPolicy: "network-only", background: true }));
  const apps = data?.account?.apps;
  if (!apps && error) return <CannotLoad problems={problemsOf(error)} onRetry={reload} />;
  if (!apps) return <Skeleton rows={4} height={72} />;
  const finish = (secret?: Made) => {
    setAdding(undefined);
    if (secret) setMade(secret);
    reload();
  };
  const actions = <Actions onAdd={setAdding} />;
  return (
    <div className="flex flex-col gap-4">
      {made && <MadeCard made={made} onClose={() => setMade(undefined)} />}
      <Card
        title={plural(apps.length, "{count} app", "{count} apps")}
        description={t("Programs of other companies that people here may let in, each for as much as is said here at most. Who has let one in is listed under API Tokens.")}
        isFlush
        actions={apps.length > 0 && actions}
      >
        {apps.length === 0 && <NoApps action={actions} />}
        <ul>
          {apps.map((app) => (
            <AppItem key={app.id} app={app} onDo={(what) => setDoing({ app, what })} />
          ))}
        </ul>
      </Card>
      {adding === "register" && <RegisterDialog onClose={() => setAdding(undefined)} onRegistered={finish} />}
      {adding === "let-in" && <LetInDialog onClose={() => setAdding(undefined)} onLetIn={finish} />}
      {doing && <DoingDialog {...doing} onClose={() => setDoing(undefined)} onDone={finish} />}
    </div>
  );
}

function Actions({ onAdd }: { onAdd: (what: "register" | "let-in") => void }) {
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  return (
    <>
      <Button icon={DoorOpen} whyDisabled={whyNot} onPress={() => onAdd("let-in")}>
        {t("Let an app in")}
      </Button>
      <Button variant="primary" icon={Plus} whyDisabled={whyNot} onPress={() => onAdd("register")}>
        {t("Register an app")}
      </Button>
    </>
  );
}
