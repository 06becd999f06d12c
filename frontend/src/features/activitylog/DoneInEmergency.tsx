import { useQuery } from "urql";
import { DoneInEmergencyDocument } from "../../gen/documents/features/activitylog/Activity";
import { problemsOf } from "../../graphql/problem";
import { plural, t } from "../../text";
import { FormError } from "../../ui/FormError";
import { Skeleton } from "../../ui/Skeleton";
import { TextLink } from "../../ui/TextLink";
import { useAccount } from "../shell/viewer";
import { EntryList } from "./EntryList";

// What the log tells of one emergency access.
export function DoneInEmergency({ emergency }: { emergency: string }) {
  const { id: account, timeZone } = useAccount();
  const [{ data, error }] = useQuery({ query: DoneInEmergencyDocument, variables: { account, emergency }, requestPolicy: "cache-and-network" });
  const done = data?.account?.activity;
  if (!done && error) return <FormError error={problemsOf(error)[0]?.message} />;
  if (!done) return <Skeleton rows={3} height={32} label={t("Loading what was done")} />;
  return (
    <>
      <EntryList entries={done.nodes ?? []} zone={timeZone} />
      <p className="pt-2 text-sm">
        <TextLink to="/p/$account/activity-log" params={{ account }} search={{ emergency }}>
          {plural(done.totalCount ?? 0, "{count} entry in the Activity Log", "All {count} entries in the Activity Log")}
        </TextLink>
      </p>
    </>
  );
}
