import { useState } from "react";
import { useQuery } from "urql";
import { AccountUsernamesDocument } from "../../../gen/documents/features/accountaccess/allow/Allow";
import { problemsOf } from "../../../graphql/problem";
import { useLive } from "../../../live/useLive";
import { t } from "../../../text";
import { useTitle } from "../../shell/useTitle";
import { useAccount } from "../../shell/viewer";
import { AddUsernameCard } from "./AddUsernameCard";
import { AddedCard } from "./AddedCard";
import { UsernamesCard } from "./UsernamesCard";

// Allow Account Access: a username of their own for somebody else.
export function AllowPage() {
  const { id } = useAccount();
  const [added, setAdded] = useState<string>();
  const [{ data, error, fetching }, again] = useQuery({ query: AccountUsernamesDocument, variables: { account: id }, requestPolicy: "cache-and-network" });
  useTitle(t("Allow Account Access"));
  useLive("ACCOUNT_ACCESS", () => again({ requestPolicy: "network-only", background: true }));
  const onAdded = (username: string) => {
    setAdded(username);
    again({ requestPolicy: "network-only" });
  };
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      {added === undefined ? <AddUsernameCard onAdded={onAdded} /> : <AddedCard username={added} onMore={() => setAdded(undefined)} />}
      <UsernamesCard
        usernames={data?.account?.usernames ?? undefined}
        isLoading={fetching}
        error={problemsOf(error)[0]?.message}
        onRetry={() => again({ requestPolicy: "network-only" })}
        added={added}
      />
    </div>
  );
}
