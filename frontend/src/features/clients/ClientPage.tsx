import { useNavigate, useParams } from "@tanstack/react-router";
import { FileDown, Pencil } from "lucide-react";
import { useState } from "react";
import { mayConcern, useLive } from "../../live/useLive";
import { t } from "../../text";
import { formatMoment } from "../../text/format";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { PageHeader } from "../../ui/PageHeader";
import { TextLink } from "../../ui/TextLink";
import { later } from "../../ui/later";
import { AlsoHere } from "../presence/AlsoHere";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { ArchiveButton } from "./ArchiveButton";
import { ClientDetails } from "./ClientDetails";
import { ClientElsewhere } from "./ClientElsewhere";
import { ClientFrame, type ReadAgain } from "./ClientFrame";
import { ClientTabs } from "./ClientTabs";
import { ClientStatusBadge } from "./ClientTable";
import type { WholeClient } from "./clientFields";
import { fullName } from "./clientName";

const LaterRecord = later(() => import("./record/Record").then((module) => module.Record));

// The browser keeps titles in its history: the name of a client is in none.
export function ClientPage() {
  const { client: id } = useParams({ from: "/p/$account/clients/$client/" });
  useTitle(t("Client"));
  return (
    <ClientFrame key={id} id={id} requestPolicy="cache-and-network">
      {(client, again) => <OpenedClient client={client} again={again} />}
    </ClientFrame>
  );
}

function OpenedClient({ client, again }: { client: WholeClient; again: ReadAgain }) {
  const { id: account, mayEdit, timeZone } = useAccount();
  const navigate = useNavigate();
  const whyNot = useWhyNotEdit("CLIENTS");
  const whyNotExport = useWhyNotEdit("REPORTS");
  const [isExporting, setExporting] = useState(false);
  useLive("CLIENTS", (change) => mayConcern(change, client.id) && again({ requestPolicy: "network-only", background: true }));
  return (
    <>
      <div className="no-print flex min-w-0 flex-col gap-5">
        <PageHeader
          title={<span translate="no">{fullName(client)}</span>}
          breadcrumbs={[{ label: t("Clients"), link: <TextLink to="/p/$account/clients" params={{ account }}>{t("Clients")}</TextLink> }, { label: t("Client {number}", { number: client.number ?? "" }) }]}
          badge={
            <>
              <ClientStatusBadge status={client.status} />
              {!mayEdit("CLIENTS") && <Badge>{t("View Only")}</Badge>}
              <AlsoHere id={client.id} />
            </>
          }
          description={client.createdAt && t("Added {when}", { when: formatMoment(client.createdAt, timeZone) })}
          actions={
            <>
              <Button icon={FileDown} whyDisabled={whyNotExport} onPress={() => setExporting(true)}>
                {t("Export record")}
              </Button>
              <ArchiveButton client={client} again={again} whyDisabled={whyNot} />
              <Button variant="primary" icon={Pencil} whyDisabled={whyNot} onPress={() => void navigate({ to: "/p/$account/clients/$client/edit", params: { account, client: client.id } })}>
                {t("Edit")}
              </Button>
            </>
          }
        />
        <ClientElsewhere id={client.id} />
        <ClientTabs id={client.id} />
        <ClientDetails client={client} />
      </div>
      <LaterRecord client={client} isOpen={isExporting} onClose={() => setExporting(false)} />
    </>
  );
}
