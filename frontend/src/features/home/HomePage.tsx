import { useQuery } from "urql";
import { KnownPasswordDocument } from "../../gen/documents/features/home/Home";
import { viewed } from "../../graphql/view";
import { t } from "../../text";
import { PageHeader } from "../../ui/PageHeader";
import { Skeleton } from "../../ui/Skeleton";
import { useTitle } from "../shell/useTitle";
import { useAccount, useViewer } from "../shell/viewer";
import { AccountsCard } from "./AccountsCard";
import { AskForMore } from "./AskForMore";
import { GettingStarted } from "./GettingStarted";
import { PasswordOffer } from "./PasswordOffer";
import { SectionsCard } from "./SectionsCard";
import { useSetup } from "./useSetup";

export function HomePage() {
  const { providerName, practiceName } = useAccount();
  const { username } = useViewer();
  const setup = useSetup();
  const [{ data, fetching }] = useQuery({ query: KnownPasswordDocument, pause: viewed !== "", requestPolicy: "cache-and-network" });
  const isLoading = setup.isLoading || (!data && fetching);
  const knownTo = data?.viewer?.password?.typedBy;
  useTitle(t("Home"));
  return (
    <div className="page">
      <PageHeader
        title={t("Home")}
        description={
          <>
            <span translate="no" className="font-medium text-ink">{providerName}</span>, <span translate="no">{practiceName}</span>. {t("You are signed in as {username}.", { username })}
          </>
        }
      />
      {/* All at once: what comes later would push the rest down. */}
      {!isLoading && knownTo && <PasswordOffer name={knownTo} />}
      {isLoading ? <Skeleton rows={6} height={64} /> : <Overview {...setup} />}
    </div>
  );
}

function Overview({ isTheirs, done }: Pick<ReturnType<typeof useSetup>, "isTheirs" | "done">) {
  const { accounts } = useViewer();
  return (
    <>
      {isTheirs && <GettingStarted done={done} />}
      <AskForMore />
      <SectionsCard />
      {accounts.length > 1 && <AccountsCard />}
    </>
  );
}
