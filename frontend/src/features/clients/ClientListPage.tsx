import { useNavigate, useSearch } from "@tanstack/react-router";
import { UserRoundPlus } from "lucide-react";
import { ClientListDocument } from "../../gen/documents/features/clients/ClientList";
import { usePages } from "../../graphql/usePages";
import { useLive } from "../../live/useLive";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { PageHeader } from "../../ui/PageHeader";
import { SearchField } from "../../ui/SearchField";
import { Select } from "../../ui/Select";
import { useLater } from "../editing/useLater";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { ClientTable } from "./ClientTable";
import { useClientSearch } from "./clientSearch";
import { type StatusFilter, statusOptions } from "./clientStatus";

const route = "/p/$account/clients/";

export function ClientListPage() {
  const { id: account, mayEdit } = useAccount();
  const { status } = useSearch({ from: route });
  const navigate = useNavigate();
  const [text, setText] = useClientSearch();
  const search = useLater(text.trim());
  const whyNot = useWhyNotEdit("CLIENTS");
  const clients = usePages(ClientListDocument, { account, search, status: status === "ALL" ? null : status }, (data) => data.account?.clients);
  useLive("CLIENTS", clients.refresh);
  useTitle(t("Clients"));

  const setStatus = (chosen: StatusFilter) => void navigate({ to: "/p/$account/clients", params: { account }, search: { status: chosen }, replace: true });
  const add = () => void navigate({ to: "/p/$account/clients/new", params: { account } });
  return (
    <>
      <PageHeader
        title={t("Clients")}
        badge={!mayEdit("CLIENTS") && <Badge>{t("View Only")}</Badge>}
        actions={
          <Button variant="primary" icon={UserRoundPlus} whyDisabled={whyNot} onPress={add}>
            {t("Add client")}
          </Button>
        }
      />
      <div className="flex flex-wrap items-end gap-3" role="search" aria-label={t("Clients")}>
        <SearchField label={t("Search clients")} placeholder={t("Name, phone, e-mail or number")} value={text} onChange={setText} className="min-w-60 flex-1 desk:max-w-100 phone:basis-full" />
        <Select label={t("Status")} labelHidden options={statusOptions()} value={status} onChange={setStatus} className="w-40 phone:w-full" />
      </div>
      <Card isFlush>
        <ClientTable clients={clients} search={search} status={status} onClear={() => setText("")} onAll={() => setStatus("ALL")} onAdd={add} whyNotAdd={whyNot} />
      </Card>
    </>
  );
}
