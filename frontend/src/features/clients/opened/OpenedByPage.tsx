import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { t } from "../../../text";
import { zoneName } from "../../../text/format";
import { PageHeader } from "../../../ui/PageHeader";
import { Select } from "../../../ui/Select";
import { ForbiddenSection } from "../../shell/ForbiddenSection";
import { useTitle } from "../../shell/useTitle";
import { useAccount } from "../../shell/viewer";
import { ClientFrame } from "../ClientFrame";
import { ClientTabs } from "../ClientTabs";
import { PrintButton } from "../print/PrintButton";
import { useClientCrumbs } from "../useClientCrumbs";
import type { WholeClient } from "../clientFields";
import { fullName } from "../clientName";
import { Openers } from "./Openers";
import { PrintedOpenings } from "./PrintedOpenings";
import { firstDay, periodOptions } from "./period";
import { useOpenings } from "./useOpenings";

export function OpenedByPage() {
  const { client: id } = useParams({ from: "/p/$account/clients/$client/opened" });
  const { mayView } = useAccount();
  useTitle(t("Who opened a client"));
  if (!mayView("ACTIVITY_LOG")) return <ForbiddenSection section="ACTIVITY_LOG" />;
  return (
    <ClientFrame key={id} id={id} requestPolicy="cache-first">
      {(client) => <OpenedBy client={client} />}
    </ClientFrame>
  );
}

function OpenedBy({ client }: { client: WholeClient }) {
  const { id: account, timeZone } = useAccount();
  const { period } = useSearch({ from: "/p/$account/clients/$client/opened" });
  const navigate = useNavigate({ from: "/p/$account/clients/$client/opened" });
  const begins = firstDay(period, timeZone);
  const from = begins?.toDate(timeZone).toISOString() ?? null;
  const printing = useOpenings(account, client.id, from);
  const crumbs = useClientCrumbs(client, t("Who opened it"));
  return (
    <>
      <div className="no-print flex flex-col gap-5">
        <PageHeader
          title={<span translate="no">{fullName(client)}</span>}
          breadcrumbs={crumbs}
          description={t("Everybody who saw or changed something of this client, as the activity log tells. Times are in {zone}.", { zone: zoneName(timeZone) })}
          actions={<PrintButton printing={printing} />}
        />
        <ClientTabs id={client.id} />
        <Select label={t("Period")} options={periodOptions()} value={period} onChange={(chosen) => void navigate({ search: { period: chosen }, replace: true })} className="w-52 phone:w-full" />
        <Openers key={from} client={client.id} from={from} />
      </div>
      <PrintedOpenings client={client} begins={begins} printed={printing.printed} />
    </>
  );
}
