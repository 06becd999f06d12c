import { Plug } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { TokensHereDocument } from "../../../gen/documents/features/accountaccess/apitokens/TokensHere";
import type { TokensOfAccountFragment } from "../../../gen/types";
import { problemsOf } from "../../../graphql/problem";
import { plural, t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { EmptyState } from "../../../ui/EmptyState";
import { Skeleton } from "../../../ui/Skeleton";
import { CannotLoad } from "../../shell/CannotLoad";
import { useTitle } from "../../shell/useTitle";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";
import { RuleCard } from "./RuleCard";
import { ShutOutDialog } from "./ShutOutDialog";
import { TokenHereItem } from "./TokenHereItem";

export type TokenHere = NonNullable<TokensOfAccountFragment["apiTokens"]>[number];

// The apps that reach this account, whoever let them in.
export function TokensHerePage() {
  const { id } = useAccount();
  const [{ data, error }, again] = useQuery({ query: TokensHereDocument, variables: { account: id }, requestPolicy: "cache-and-network" });
  const [shutting, setShutting] = useState<TokenHere[]>([]);
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  useTitle(t("API Tokens"));
  const tokens = data?.account?.apiTokens;
  if (!tokens && error) return <CannotLoad problems={problemsOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!tokens) return <Skeleton rows={4} height={72} />;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
      <Card
        title={plural(tokens.length, "{count} app reaches this account", "{count} apps reach this account")}
        description={t("Each may do what it was given, and never more than the username that it asks for.")}
        isFlush
        actions={
          tokens.length > 1 && (
            <Button size="small" whyDisabled={whyNot} onPress={() => setShutting(tokens)}>
              {t("Shut all out")}
            </Button>
          )
        }
      >
        {tokens.length === 0 && (
          <EmptyState icon={Plug} title={t("No app reaches this account")} isCompact>
            {t("Whoever may enter this account can let an app in, with an API token or where the app asks them, for what they may do themselves. You would see it here.")}
          </EmptyState>
        )}
        <ul>
          {tokens.map((token) => (
            <TokenHereItem key={token.id} token={token} onShutOut={() => setShutting([token])} />
          ))}
        </ul>
      </Card>
      <RuleCard forbidden={data?.account?.tokensForbidden ?? false} />
      <ShutOutDialog tokens={shutting} onClose={() => setShutting([])} />
    </div>
  );
}
