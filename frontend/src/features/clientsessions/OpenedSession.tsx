import { useState } from "react";
import { t } from "../../text";
import { formatDate } from "../../text/format";
import { Badge } from "../../ui/Badge";
import { Banner } from "../../ui/Banner";
import { PageHeader } from "../../ui/PageHeader";
import { TextLink } from "../../ui/TextLink";
import { AlsoHere } from "../presence/AlsoHere";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { useAccount } from "../shell/viewer";
import { EditClientSession } from "./EditClientSession";
import { SessionCodesFrame } from "./SessionCodesFrame";
import { SessionFacts } from "./SessionFacts";
import { StatusBadge } from "./StatusBadge";
import { WriteNoteLink } from "./WriteNoteLink";
import { VoidButton } from "./VoidButton";
import { Warnings } from "./Warnings";
import type { WholeSession } from "./sessionFields";

export function OpenedSession({ session, again }: { session: WholeSession; again: () => void }) {
  const { id: account, mayEdit } = useAccount();
  const whyNot = useWhyNotEdit("CLIENT_SESSIONS");
  const [isTyped, setTyped] = useState(false);
  const isOpen = session.status === "OPEN";
  const list = <TextLink to="/p/$account/client-sessions" params={{ account }}>{t("Client Sessions")}</TextLink>;
  return (
    <>
      <PageHeader
        title={<span translate="no">{session.client?.displayName}</span>}
        breadcrumbs={[{ label: t("Client Sessions"), link: list }, { label: formatDate(session.serviceDate ?? "") }]}
        badge={
          <>
            <StatusBadge status={session.status} />
            {!mayEdit("CLIENT_SESSIONS") && <Badge>{t("View Only")}</Badge>}
            <AlsoHere id={session.id} editing={isTyped} />
          </>
        }
        description={t("Client {number}, session on {day}", { number: session.client?.number ?? "", day: formatDate(session.serviceDate ?? "") })}
        actions={
          session.status !== "VOID" && (
            <>
              {mayEdit("NOTES") && <WriteNoteLink session={session} />}
              <VoidButton session={session} again={again} whyDisabled={whyNot ?? (isOpen ? undefined : t("An invoice holds this session. Void the invoice first."))} />
            </>
          )
        }
      />
      <Warnings session={session} />
      {session.status === "INVOICED" && <Banner title={t("An invoice holds this session")}>{t("It can be changed again once the invoice is void.")}</Banner>}
      {session.status === "VOID" && <Banner title={t("This session is void")}>{t("Nothing is billed for it. It stays as it was, for the record.")}</Banner>}
      {isOpen && !whyNot ? <SessionCodesFrame>{(codes) => <EditClientSession session={session} codes={codes} onTyped={setTyped} />}</SessionCodesFrame> : <SessionFacts session={session} />}
    </>
  );
}
