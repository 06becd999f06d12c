import { useNavigate } from "@tanstack/react-router";
import { SearchX } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { ActivityEntryDocument } from "../../gen/documents/features/activitylog/Activity";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import type { Zone } from "../../text/format";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { Skeleton } from "../../ui/Skeleton";
import { CannotLoad } from "../shell/CannotLoad";
import { useAccount } from "../shell/viewer";
import { byDay } from "./byDay";
import { EntryRow } from "./EntryRow";

// The entry that a link leads to, open, and nothing else of the log.
export function OneEntry({ id, zone }: { id: string; zone: Zone }) {
  const { id: account } = useAccount();
  const [isOpen, setOpen] = useState(true);
  const navigate = useNavigate({ from: "/p/$account/activity-log/" });
  const [{ data, error, fetching }, again] = useQuery({ query: ActivityEntryDocument, variables: { account, id } });
  const toLog = <Button onPress={() => void navigate({ search: ({ utc }) => (utc ? { utc } : {}) })}>{t("Show the whole log")}</Button>;
  const problems = problemsOf(error);
  const entry = data?.account?.event;

  if (fetching) return <Skeleton rows={8} label={t("Loading the entry")} />;
  if (problems.some(({ code }) => code !== "NOT_FOUND")) return <CannotLoad problems={problems} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!entry) {
    return (
      <EmptyState icon={SearchX} title={t("There is no such entry in this log")} action={toLog}>
        {t("The link may be cut off, or lead to another account's log.")}
      </EmptyState>
    );
  }
  return (
    <Card title={t("One entry")} description={byDay([entry], zone)[0]?.day} actions={toLog} isFlush>
      <ul>
        <EntryRow entry={entry} zone={zone} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      </ul>
    </Card>
  );
}
