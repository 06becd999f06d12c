import { useParams } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { DisclosuresDocument } from "../../../gen/documents/features/clients/disclosures/Disclosures";
import { usePages } from "../../../graphql/usePages";
import { useLive } from "../../../live/useLive";
import { t } from "../../../text";
import { Badge } from "../../../ui/Badge";
import { Button } from "../../../ui/Button";
import { PageHeader } from "../../../ui/PageHeader";
import { AlsoHere } from "../../presence/AlsoHere";
import { useTitle } from "../../shell/useTitle";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";
import { ClientFrame } from "../ClientFrame";
import { ClientTabs } from "../ClientTabs";
import type { WholeClient } from "../clientFields";
import { fullName } from "../clientName";
import { PrintButton } from "../print/PrintButton";
import { useClientCrumbs } from "../useClientCrumbs";
import { DisclosureDialog } from "./DisclosureDialog";
import { DisclosureTable } from "./DisclosureTable";
import { PrintedAccounting } from "./PrintedAccounting";
import { useAccounting } from "./useAccounting";

export function DisclosuresPage() {
  const { client: id } = useParams({ from: "/p/$account/clients/$client/disclosures" });
  useTitle(t("Disclosures of a client"));
  return (
    <ClientFrame key={id} id={id} requestPolicy="cache-first">
      {(client) => <Disclosures client={client} />}
    </ClientFrame>
  );
}

function Disclosures({ client }: { client: WholeClient }) {
  const { id: account, mayEdit } = useAccount();
  const whyNot = useWhyNotEdit("CLIENTS");
  const [isRecording, setRecording] = useState(false);
  const rows = usePages(DisclosuresDocument, { account, client: client.id }, (data) => data.account?.disclosures);
  const accounting = useAccounting(account, client.id);
  const crumbs = useClientCrumbs(client, t("Disclosures"));
  useLive("CLIENTS", rows.refresh);
  const record = (
    <Button variant="primary" icon={Plus} whyDisabled={whyNot} onPress={() => setRecording(true)}>
      {t("Record disclosure")}
    </Button>
  );
  return (
    <>
      <div className="no-print flex flex-col gap-5">
        <PageHeader
          title={<span translate="no">{fullName(client)}</span>}
          breadcrumbs={crumbs}
          badge={
            <>
              {!mayEdit("CLIENTS") && <Badge>{t("View Only")}</Badge>}
              <AlsoHere id={client.id} editing={isRecording} />
            </>
          }
          description={t("What was given to others outside of treatment, payment and running the practice. A client may ask for the list of the past six years.")}
          actions={
            <>
              <PrintButton printing={accounting} />
              {record}
            </>
          }
        />
        <ClientTabs id={client.id} />
        <DisclosureTable rows={rows} whyNot={whyNot} add={record} />
      </div>
      <PrintedAccounting client={client} printed={accounting.printed} />
      {isRecording && <DisclosureDialog client={client.id} onSaved={rows.refresh} onClose={() => setRecording(false)} />}
    </>
  );
}
