import { Plus } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { ApiTokensDocument } from "../../gen/documents/features/apitokens/ApiTokens";
import type { ApiTokenLineFragment } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { PageHeader } from "../../ui/PageHeader";
import { Skeleton } from "../../ui/Skeleton";
import { CannotLoad } from "../shell/CannotLoad";
import { useTitle } from "../shell/useTitle";
import { CreateDialog } from "./CreateDialog";
import { type Made, MadeCard } from "./MadeCard";
import { NoTokens } from "./NoTokens";
import { RevokeDialog } from "./RevokeDialog";
import { holds } from "./standing";
import { TokensCard } from "./TokensCard";

// What one's own apps ask with.
export function ApiTokensPage() {
  const [{ data, error }, again] = useQuery({ query: ApiTokensDocument, requestPolicy: "cache-and-network" });
  const [isCreating, setCreating] = useState(false);
  const [made, setMade] = useState<Made>();
  const [revoking, setRevoking] = useState<ApiTokenLineFragment[]>([]);
  const reload = () => again({ requestPolicy: "network-only" });
  useTitle(t("API Tokens"));
  const tokens = data?.viewer?.apiTokens;
  if (!tokens && error) return <CannotLoad problems={problemsOf(error)} onRetry={reload} />;
  const [living, over] = [tokens?.filter(holds) ?? [], tokens?.filter((token) => !holds(token)) ?? []];
  return (
    <div className="page">
      <PageHeader
        title={t("API Tokens")}
        description={t("What an app asks with, in your name: for the accounts, sections and levels that you choose, and never for more than you may do yourself.")}
        actions={
          <Button variant="primary" icon={Plus} onPress={() => setCreating(true)}>
            {t("Make a token")}
          </Button>
        }
      />
      <div className="flex flex-col gap-4">
        {made && <MadeCard made={made} onClose={() => setMade(undefined)} />}
        {!tokens && <Skeleton rows={4} height={72} />}
        {tokens?.length === 0 && !made && <NoTokens onCreate={() => setCreating(true)} />}
        {living.length > 0 && <TokensCard tokens={living} onRevoke={setRevoking} />}
        {over.length > 0 && <TokensCard tokens={over} isOver onRevoke={setRevoking} />}
      </div>
      {isCreating && (
        <CreateDialog
          onClose={() => setCreating(false)}
          onMade={(one) => {
            setMade(one);
            setCreating(false);
            reload();
          }}
        />
      )}
      <RevokeDialog tokens={revoking} onClose={() => setRevoking([])} onRevoked={reload} />
    </div>
  );
}
