import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { AuthorizationListDocument, InsuredClientsDocument } from "../../gen/documents/features/insurance/Insurance";
import { usePages } from "../../graphql/usePages";
import { useLive } from "../../live/useLive";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { Card } from "../../ui/Card";
import { PageHeader } from "../../ui/PageHeader";
import { SearchField } from "../../ui/SearchField";
import { Select } from "../../ui/Select";
import { ClientPicker } from "../clientnames/ClientPicker";
import { useClientNames } from "../clientnames/useClientNames";
import { useLater } from "../editing/useLater";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { AuthorizationTable } from "./AuthorizationTable";
import { type Filter, filterOptions } from "./filter";

export function InsurancePage() {
  const { id: account, mayEdit } = useAccount();
  const { show } = useSearch({ from: "/p/$account/insurance/" });
  const navigate = useNavigate();
  const names = useClientNames(InsuredClientsDocument, []);
  const [text, setText] = useState("");
  const search = useLater(text.trim());
  const asked = { account, search, runningOut: show === "RUNNING_OUT", activeOnly: show !== "ALL" };
  const rows = usePages(AuthorizationListDocument, asked, (data) => data.account?.authorizations);
  useLive("INSURANCE", rows.refresh);
  useLive("CLIENT_SESSIONS", rows.refresh);
  useTitle(t("Insurance & Authorizations"));

  const open = (client: string) => void navigate({ to: "/p/$account/insurance/$client", params: { account, client } });
  const filter = (chosen: Filter) => void navigate({ to: "/p/$account/insurance", params: { account }, search: { show: chosen }, replace: true });
  return (
    <>
      <PageHeader title={t("Insurance & Authorizations")} badge={!mayEdit("INSURANCE") && <Badge>{t("View Only")}</Badge>} />
      <Card title={t("A client's insurance")} description={t("Policies and authorizations stand with the client.")}>
        <ClientPicker names={names} value="" onChange={open} className="desk:max-w-100" />
      </Card>
      <Card
        isFlush
        title={t("Authorizations")}
        description={show === "RUNNING_OUT" && t("They end within 30 days, or have two sessions left or fewer.")}
        actions={
          <div className="flex flex-wrap items-end gap-3 phone:w-full" role="search" aria-label={t("Authorizations")}>
            <SearchField label={t("Search authorizations by client")} placeholder={t("Name or number")} value={text} onChange={setText} className="w-56 phone:w-full" />
            <Select label={t("Show")} labelHidden options={filterOptions()} value={show} onChange={filter} className="w-40 phone:w-full" />
          </div>
        }
      >
        <AuthorizationTable rows={rows} show={show} search={search} onAll={() => filter("ALL")} onClear={() => setText("")} />
      </Card>
    </>
  );
}
