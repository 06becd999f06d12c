import { useSearch } from "@tanstack/react-router";
import { dayIn } from "../../text/dayIn";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { LinkTabs } from "../../ui/LinkTabs";
import { PageHeader } from "../../ui/PageHeader";
import { TabLink } from "../../ui/TabLink";
import { SectionPage } from "../shell/SectionPage";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { AgeingReport } from "./AgeingReport";
import { ClientListReport } from "./ClientListReport";
import { IncomeReport } from "./IncomeReport";
import { NeedsSource } from "./NeedsSource";
import { PeriodBar } from "./PeriodBar";
import type { Sheet } from "./PrintSheet";
import { Printable } from "./Printable";
import { daysOf } from "./periods";
import { reports } from "./reportSearch";
import { SessionsReport } from "./SessionsReport";
import { reportTitle, sources } from "./words";

export function ReportsPage() {
  return (
    <SectionPage section="REPORTS">
      <Reports />
    </SectionPage>
  );
}

function Reports() {
  const { id: account, mayEdit } = useAccount();
  const search = useSearch({ from: "/p/$account/reports" });
  useTitle(t("Reports & Exports"));
  return (
    <Printable>
      {(print) => (
        <>
          <PageHeader
            title={t("Reports & Exports")}
            badge={!mayEdit("REPORTS") && <Badge>{t("View Only")}</Badge>}
            description={t("Sums over what the other sections hold. Each report that is run, exported or printed is in the activity log.")}
          />
          <LinkTabs label={t("Reports")}>
            {reports.map((report) => (
              <TabLink key={report} to="/p/$account/reports" params={{ account }} search={{ ...search, report }} activeOptions={{ exact: true, includeSearch: true }}>
                {reportTitle(report)}
              </TabLink>
            ))}
          </LinkTabs>
          <Chosen print={print} />
        </>
      )}
    </Printable>
  );
}

function Chosen({ print }: { print: (sheet: Sheet) => void }) {
  const { mayView, timeZone } = useAccount();
  const { report, period, by, from, until } = useSearch({ from: "/p/$account/reports" });
  const source = sources[report];
  if (!mayView(source)) return <NeedsSource section={source} />;
  if (report === "ageing") return <AgeingReport print={print} />;
  if (report === "clients") return <ClientListReport print={print} />;
  const days = daysOf(period, dayIn(timeZone), { from, until });
  return (
    <>
      <PeriodBar days={days} hasLength={report === "income"} />
      {report === "income" ? <IncomeReport days={days} by={by} print={print} /> : <SessionsReport days={days} print={print} />}
    </>
  );
}
