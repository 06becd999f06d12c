import type { ReactNode } from "react";
import { useQuery } from "urql";
import { ExplainAccessDocument } from "../../gen/documents/features/myaccess/MyAccess";
import type { AccessLevel, ExplainAccessQuery, Section } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { type Zone, formatMoment } from "../../text/format";
import { DescriptionList } from "../../ui/DescriptionList";
import { FormError } from "../../ui/FormError";
import { Skeleton } from "../../ui/Skeleton";
import { useAccount } from "../shell/viewer";

type Explanation = NonNullable<NonNullable<ExplainAccessQuery["account"]>["explainAccess"]>;

// Asked for the next higher level, the server says who gave the present one and whom to ask.
const next: Record<AccessLevel, AccessLevel> = { NONE: "VIEW", VIEW: "FULL", FULL: "FULL" };

export function Why({ section, level }: { section: Section; level: AccessLevel }) {
  const { id, timeZone, seenAs } = useAccount();
  const [{ data, error }, again] = useQuery({
    query: ExplainAccessDocument,
    variables: { account: id, section, level: next[level] },
    requestPolicy: "cache-and-network",
  });
  const why = data?.account?.explainAccess;
  if (!why && error) return <FormError error={problemsOf(error)[0]?.message ?? null} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!why) return <Skeleton rows={3} height={28} label={t("Asking why")} />;
  return (
    <div className="flex flex-col gap-3 pt-1 pb-3">
      <p translate="no">{why.sentence}</p>
      <DescriptionList rows={rowsOf(why, seenAs ? "FULL" : level, timeZone)} />
    </div>
  );
}

function rowsOf(why: Explanation, level: AccessLevel, zone: Zone) {
  const rows: { label: string; value: ReactNode }[] = [];
  if (why.grantedBy) rows.push({ label: t("Set by"), value: <span translate="no">{why.grantedBy}</span> });
  if (why.grantedAt) rows.push({ label: t("When"), value: formatMoment(why.grantedAt, zone) });
  if (why.grantReason) rows.push({ label: t("Reason given"), value: <span translate="no">{why.grantReason}</span> });
  if (why.validFrom) rows.push({ label: t("Holds from"), value: formatMoment(why.validFrom, zone) });
  rows.push({ label: t("Holds until"), value: why.validUntil ? formatMoment(why.validUntil, zone) : t("no end") });
  if (level !== "FULL") rows.push({ label: t("Ask for more"), value: <Names names={why.whoCanGrant} /> });
  return rows;
}

function Names({ names }: { names: string[] }) {
  if (names.length === 0) return t("the owner of the account");
  return <span translate="no">{names.join(", ")}</span>;
}
