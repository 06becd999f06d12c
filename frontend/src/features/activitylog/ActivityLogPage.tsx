import { useNavigate, useSearch } from "@tanstack/react-router";
import { t } from "../../text";
import { zoneName } from "../../text/format";
import { Badge } from "../../ui/Badge";
import { PageHeader } from "../../ui/PageHeader";
import { Switch } from "../../ui/Switch";
import { SectionPage } from "../shell/SectionPage";
import { sectionTitle } from "../shell/sections";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { ExportMenu } from "./export/ExportMenu";
import { Log } from "./Log";
import { OneEntry } from "./OneEntry";
import { ReviewLine } from "./review/ReviewLine";

export function ActivityLogPage() {
  return (
    <SectionPage section="ACTIVITY_LOG">
      <ActivityLog />
    </SectionPage>
  );
}

function ActivityLog() {
  const account = useAccount();
  const search = useSearch({ from: "/p/$account/activity-log/" });
  const navigate = useNavigate({ from: "/p/$account/activity-log/" });
  const title = sectionTitle("ACTIVITY_LOG");
  const zone = search.utc ? "UTC" : account.timeZone;
  useTitle(title);

  return (
    <>
      <PageHeader
        title={title}
        badge={!account.mayEdit("ACTIVITY_LOG") && <Badge>{t("View Only")}</Badge>}
        description={search.utc ? t("Times are in UTC.") : t("Times are in {zone}, the time of this account.", { zone: zoneName(account.timeZone) })}
        actions={
          <>
            {account.timeZone !== "UTC" && (
              <Switch isSelected={search.utc === true} onChange={(utc) => void navigate({ search: ({ utc: _, ...rest }) => (utc ? { ...rest, utc } : rest), replace: true })}>
                {t("Show UTC")}
              </Switch>
            )}
            {!search.event && <ExportMenu search={search} />}
          </>
        }
      />
      {!search.event && <ReviewLine />}
      {search.event ? <OneEntry id={search.event} zone={zone} /> : <Log search={search} zone={zone} />}
    </>
  );
}
