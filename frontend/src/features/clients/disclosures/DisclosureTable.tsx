import { FileOutput } from "lucide-react";
import { type ReactNode, useState } from "react";
import { problemsOf } from "../../../graphql/problem";
import type { ShownPages } from "../../../graphql/usePages";
import { t } from "../../../text";
import { Card } from "../../../ui/Card";
import { DataTable } from "../../../ui/DataTable";
import { EmptyState } from "../../../ui/EmptyState";
import { LoadMore } from "../../../ui/LoadMore";
import { CannotLoad } from "../../shell/CannotLoad";
import { useAccount } from "../../shell/viewer";
import { columns } from "./columns";
import type { Disclosure } from "./disclosure";
import { StrikeDialog } from "./StrikeDialog";
import { WhatBelongsHere } from "./WhatBelongsHere";

interface Props {
  rows: ShownPages<Disclosure>;
  whyNot: string | undefined;
  add: ReactNode;
}

export function DisclosureTable({ rows: pages, whyNot, add }: Props) {
  const { rows, total, hasMore, isFetching, isFirst, error, more, retry, refresh } = pages;
  const { timeZone } = useAccount();
  const [striking, setStriking] = useState<Disclosure | null>(null);
  if (error && rows.length === 0) return <CannotLoad problems={problemsOf(error)} onRetry={retry} />;
  const none = (
    <EmptyState icon={FileOutput} title={t("No disclosure of this client is recorded")} action={add}>
      <WhatBelongsHere />
    </EmptyState>
  );
  return (
    <Card title={t("Disclosures")} description={rows.length > 0 && <WhatBelongsHere />} isFlush>
      <DataTable
        caption={t("Disclosures")}
        columns={columns(timeZone, whyNot, setStriking)}
        rows={rows}
        rowKey={({ id }) => id}
        isLoading={isFirst}
        loadingRows={3}
        empty={none}
        footer={!isFirst && <LoadMore shown={rows.length} total={total} hasMore={hasMore} isPending={isFetching} onMore={more} noun={t("disclosures")} />}
      />
      {striking && <StrikeDialog disclosure={striking} onStruck={refresh} onClose={() => setStriking(null)} />}
    </Card>
  );
}
