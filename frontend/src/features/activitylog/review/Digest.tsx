import { useQuery } from "urql";
import { ReviewDigestDocument } from "../../../gen/documents/features/activitylog/review/Review";
import type { ReviewDigestQuery } from "../../../gen/types";
import { problemsOf } from "../../../graphql/problem";
import { t } from "../../../text";
import { formatDate } from "../../../text/format";
import { Banner } from "../../../ui/Banner";
import type { Column } from "../../../ui/column";
import { DataTable } from "../../../ui/DataTable";
import { FormError } from "../../../ui/FormError";
import { Skeleton } from "../../../ui/Skeleton";
import { TextLink } from "../../../ui/TextLink";
import { useAccount } from "../../shell/viewer";
import { matterTitles } from "../matters";
import type { LogSearch } from "../search";
import type { Days } from "./ReviewForm";

type Found = NonNullable<NonNullable<ReviewDigestQuery["account"]>["reviewDigest"]>;

// What deserves a look in the log of the days: each line leads to its entries.
export function Digest({ days }: { days: Days }) {
  const { id: account } = useAccount();
  const [{ data, error }, again] = useQuery({ query: ReviewDigestDocument, variables: { account, ...days } });
  const digest = data?.account?.reviewDigest;
  if (error && !digest) return <FormError error={problemsOf(error)[0]?.message} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!digest) return <Skeleton rows={9} label={t("Summing up the log")} />;
  return (
    <>
      {digest.overlaps && (
        <Banner isCompact>{t("Some of these days are in the review of {username} from {from} until {until}. You can sign them off again.", { username: digest.overlaps.reviewer ?? "", from: formatDate(digest.overlaps.from ?? ""), until: formatDate(digest.overlaps.until ?? "") })}</Banner>
      )}
      <div className="overflow-clip rounded-md border border-line">
        <DataTable caption={t("What deserves a look")} columns={columns(account)} rows={linesOf(digest, days)} rowKey={({ id }) => id} isDense phone="scroll" />
      </div>
    </>
  );
}

interface Line {
  id: string;
  title: string;
  count: number;
  search: LogSearch;
}

function linesOf({ events, failed, lines }: Found, days: Days): Line[] {
  return [
    ...lines.map(({ matter, count }) => ({ id: matter, title: matterTitles[matter](), count, search: { matter, ...days } })),
    { id: "FAILED", title: t("Whatever failed"), count: failed, search: { outcome: "FAILED" as const, ...days } },
    { id: "ALL", title: t("All entries of these days"), count: events, search: days },
  ];
}

const columns = (account: string): Column<Line>[] => [
  { id: "what", header: t("What deserves a look"), isRowHeader: true, cell: (line) => <What line={line} account={account} /> },
  { id: "count", header: t("Entries"), align: "right", width: "6rem", cell: ({ count }) => count.toLocaleString("en-US") },
];

function What({ line: { title, count, search }, account }: { line: Line; account: string }) {
  if (count === 0) return <span className="font-normal text-ink-muted">{title}</span>;
  return (
    <TextLink to="/p/$account/activity-log" params={{ account }} search={search}>
      {title}
    </TextLink>
  );
}
