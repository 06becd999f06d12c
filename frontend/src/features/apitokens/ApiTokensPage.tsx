import { BookOpen, CalendarPlus, Plus } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { ApiTokensDocument } from "../../gen/documents/features/apitokens/ApiTokens";
import type { ApiTokenLineFragment } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { later } from "../../ui/later";
import { LinkButton } from "../../ui/LinkButton";
import { PageHeader } from "../../ui/PageHeader";
import { Skeleton } from "../../ui/Skeleton";
import { CannotLoad } from "../shell/CannotLoad";
import { useTitle } from "../shell/useTitle";
import { openAccount, useAccount, useViewer } from "../shell/viewer";
import { CreateDialog } from "./CreateDialog";
import { type Made, MadeCard } from "./MadeCard";
import { NoTokens } from "./NoTokens";
import { RevokeDialog } from "./RevokeDialog";
import { holds } from "./standing";
import { TokensCard } from "./TokensCard";

const CalendarDialog = later(() => import("./CalendarDialog").then((module) => module.CalendarDialog));

// What one's own apps ask with.
export function ApiTokensPage() {
  const { id: account } = useAccount();
  const seesCalendar = useViewer().accounts.some((one) => openAccount(one).mayView("CALENDAR"));
  const [{ data, error }, again] = useQuery({ query: ApiTokensDocument, requestPolicy: "cache-and-network" });
  const [creating, setCreating] = useState<"app" | "calendar">();
  const [made, setMade] = useState<Made>();
  const [revoking, setRevoking] = useState<ApiTokenLineFragment[]>([]);
  const reload = () => again({ requestPolicy: "network-only" });
  const close = () => setCreating(undefined);
  const finish = (one: Made) => {
    setMade(one);
    close();
    reload();
  };
  useTitle(t("API Tokens"));
  const tokens = data?.viewer?.apiTokens;
  if (!tokens && error) return <CannotLoad problems={problemsOf(error)} onRetry={reload} />;
  const [living, over] = [tokens?.filter(holds) ?? [], tokens?.filter((token) => !holds(token)) ?? []];
  return (
    <div className="page">
      <PageHeader
        title={t("API Tokens")}
        description={t("What an app asks with, in your name, and the apps that you let in: for the accounts, sections and levels that you chose, and never for more than you may do yourself.")}
        actions={
          <>
            <LinkButton to="/p/$account/developer/api" params={{ account }} icon={BookOpen}>
              {t("How apps ask")}
            </LinkButton>
            <Button icon={CalendarPlus} whyDisabled={seesCalendar ? undefined : t("You have no access to a calendar.")} onPress={() => setCreating("calendar")}>
              {t("Make a calendar address")}
            </Button>
            <Button variant="primary" icon={Plus} onPress={() => setCreating("app")}>
              {t("Make a token")}
            </Button>
          </>
        }
      />
      <div className="flex flex-col gap-4">
        {made && <MadeCard made={made} onClose={() => setMade(undefined)} />}
        {!tokens && <Skeleton rows={4} height={72} />}
        {tokens?.length === 0 && !made && <NoTokens onCreate={() => setCreating("app")} />}
        {living.length > 0 && <TokensCard tokens={living} onRevoke={setRevoking} />}
        {over.length > 0 && <TokensCard tokens={over} isOver onRevoke={setRevoking} />}
      </div>
      {creating === "app" && <CreateDialog onClose={close} onMade={finish} />}
      {creating === "calendar" && <CalendarDialog onClose={close} onMade={finish} />}
      <RevokeDialog tokens={revoking} onClose={() => setRevoking([])} onRevoked={reload} />
    </div>
  );
}
