import { Download, Printer } from "lucide-react";
import { useMemo } from "react";
import { t } from "../../../text";
import { formatMoment } from "../../../text/format";
import { Button } from "../../../ui/Button";
import { EmptyState } from "../../../ui/EmptyState";
import { saveFile } from "../../../ui/saveFile";
import { Skeleton } from "../../../ui/Skeleton";
import { TextLink } from "../../../ui/TextLink";
import { useTitle } from "../../shell/useTitle";
import { useAccount } from "../../shell/viewer";
import { countsOf } from "./EarlierCard";
import { EvidenceOfAccount } from "./EvidenceOfAccount";
import { evidenceCsv } from "./evidenceCsv";
import type { EvidenceSearch } from "./evidenceSearch";
import { useEvidence } from "./useEvidence";
import { useFinished } from "./useFinished";

// What an auditor is given: who reviewed what when, and what was decided of each username.
export function EvidencePage({ day, by }: EvidenceSearch) {
  useTitle(t("Access Review"));
  const { id, timeZone } = useAccount();
  const { groups, isLoaded } = useFinished();
  const group = useMemo(() => groups.find((one) => one.day === day && one.by === by), [groups, day, by]);
  const evidence = useEvidence(group);
  if (isLoaded && !group) return <EmptyState title={t("There is no such Access Review, or it is not yours to see")} />;
  if (!group || !evidence) return <Skeleton rows={9} height={40} />;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h2 className="text-lg font-semibold">{t("Access Review, finished {when} by {username}", { when: formatMoment(group.at, timeZone), username: by })}</h2>
          <p className="text-ink-muted">{countsOf(group)}.</p>
        </div>
        <div className="no-print flex flex-wrap gap-2">
          <Button icon={Download} onPress={() => saveFile(`access-review-${day}.csv`, "text/csv", evidenceCsv(evidence))}>
            {t("CSV")}
          </Button>
          <Button icon={Printer} onPress={() => window.print()}>
            {t("Print")}
          </Button>
        </div>
      </div>
      {evidence.map((one) => (
        <EvidenceOfAccount key={one.review.id} {...one} />
      ))}
      <p className="no-print">
        <TextLink to="/p/$account/account-access/access-review" params={{ account: id }}>
          {t("All Access Reviews")}
        </TextLink>
      </p>
    </div>
  );
}
