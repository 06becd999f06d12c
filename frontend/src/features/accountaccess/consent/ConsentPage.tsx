import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { InvitationsDocument } from "../../../gen/documents/features/accountaccess/consent/Consent";
import type { InvitationKind } from "../../../gen/types";
import { problemsOf } from "../../../graphql/problem";
import { useLive } from "../../../live/useLive";
import { t } from "../../../text";
import { Card } from "../../../ui/Card";
import { EmptyState } from "../../../ui/EmptyState";
import { RadioGroup } from "../../../ui/RadioGroup";
import { Skeleton } from "../../../ui/Skeleton";
import { CannotLoad } from "../../shell/CannotLoad";
import { useTitle } from "../../shell/useTitle";
import { useAccount } from "../../shell/viewer";
import { InvitationForm } from "./InvitationForm";
import { InvitationItem } from "./InvitationItem";
import { MadeCard } from "./MadeCard";

// Links by consent: offered from this account, or asked for of another.
export function ConsentPage() {
  const { id } = useAccount();
  const [kind, setKind] = useState<InvitationKind>("OFFER");
  const [code, setCode] = useState<string>();
  const [{ data, error }, again] = useQuery({ query: InvitationsDocument, variables: { account: id }, requestPolicy: "cache-and-network" });
  useTitle(t("Offers and Requests"));
  useLive("ACCOUNT_ACCESS", () => again({ requestPolicy: "network-only", background: true }));
  const invitations = data?.account?.invitations;
  if (!data && error) return <CannotLoad problems={problemsOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  const made = (shown: string) => {
    setCode(shown);
    again({ requestPolicy: "network-only" });
  };
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      {code ? (
        <MadeCard kind={kind} code={code} onMore={() => setCode(undefined)} />
      ) : (
        <Card title={t("Link by consent")} description={t("Somebody enters another account with their own username, and nobody learns another's password.")}>
          <div className="flex flex-col gap-4">
            <RadioGroup label={t("What is wanted")} options={kinds()} value={kind} onChange={setKind} orientation="horizontal" />
            <InvitationForm key={kind} kind={kind} onMade={made} />
          </div>
        </Card>
      )}
      <Card title={t("Offers and requests of this account")} isFlush>
        {!invitations && <div className="px-5 py-3"><Skeleton rows={4} height={70} /></div>}
        {invitations?.length === 0 && <EmptyState icon={KeyRound} title={t("Nothing was offered or asked for yet")} isCompact />}
        <ul>
          {invitations?.map((invitation) => <InvitationItem key={invitation.id} invitation={invitation} />)}
        </ul>
      </Card>
    </div>
  );
}

const kinds = () => [
  { value: "OFFER" as const, label: t("Let somebody into this account") },
  { value: "REQUEST" as const, label: t("Ask to enter another account") },
];
