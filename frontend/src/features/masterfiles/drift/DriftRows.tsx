import { useQuery } from "urql";
import { CodesDriftEntriesDocument } from "../../../gen/documents/features/masterfiles/drift/Drift";
import type { MasterFile } from "../../../gen/types";
import { problemsOf } from "../../../graphql/problem";
import { plural, t } from "../../../text";
import { Banner } from "../../../ui/Banner";
import { FormError } from "../../../ui/FormError";
import { Skeleton } from "../../../ui/Skeleton";
import { DriftTable } from "./DriftTable";
import { type Side, clauses, isAlike } from "./words";

interface Props {
  file: MasterFile;
  here: Side;
  there: Side;
}

export function DriftRows({ file, here, there }: Props) {
  const [{ data, error, fetching }, ask] = useQuery({
    query: CodesDriftEntriesDocument,
    variables: { account: here.id, from: there.id, file },
    requestPolicy: "network-only",
  });
  const drift = fetching ? undefined : data?.codesDrift?.[0];
  if (error) return <FormError error={problemsOf(error)[0]?.message} onRetry={() => ask({ requestPolicy: "network-only" })} />;
  if (!drift) return <Skeleton rows={4} label={t("Comparing the entries")} />;
  if (isAlike(drift)) {
    return (
      <Banner kind="success">
        {drift.alike === 0 ? t("Neither account has any entry.") : plural(drift.alike, "The {count} entry is the same.", "All {count} entries are the same.")}
      </Banner>
    );
  }
  return (
    <>
      <p>
        {t("{here}: {clauses}; {same}", { here: here.providerName, clauses: clauses(drift, here, there).join("; "), same: plural(drift.alike, "{count} entry is the same.", "{count} entries are the same.") })}
      </p>
      <DriftTable entries={drift.entries} here={here.providerName} there={there.providerName} />
    </>
  );
}
