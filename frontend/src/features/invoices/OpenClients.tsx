import { CircleCheckBig } from "lucide-react";
import type { InvoiceKind, ClientToInvoiceFragment } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import type { ShownPages } from "../../graphql/usePages";
import { plural, t } from "../../text";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { LoadMore } from "../../ui/LoadMore";
import { Skeleton } from "../../ui/Skeleton";
import { CannotLoad } from "../shell/CannotLoad";
import { OpenClientCard } from "./OpenClientCard";

interface Props {
  clients: ShownPages<ClientToInvoiceFragment>;
  kind: InvoiceKind;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onPreview: () => void;
}

// As many as the server invoices at once.
const MOST = 200;

export function OpenClients({ clients, kind, chosen, onChoose, onPreview }: Props) {
  const { rows, total, hasMore, isFetching, isFirst, error, more, retry } = clients;
  if (error && rows.length === 0) return <CannotLoad problems={problemsOf(error)} onRetry={retry} />;
  if (isFirst) return <Skeleton rows={8} />;
  if (rows.length === 0) return <NothingOpen kind={kind} />;
  const open = rows.flatMap(({ sessions }) => sessions ?? []).map(({ id }) => id);
  const still = open.filter((id) => chosen.has(id));
  const why = still.length === 0 ? t("Choose sessions first.") : still.length > MOST ? t("At most 200 sessions are invoiced at once.") : undefined;
  const preview = () => {
    onChoose(new Set(still));
    onPreview();
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" whyDisabled={why} onPress={preview}>
          {t("Preview")}
        </Button>
        <Button onPress={() => onChoose(new Set(still.length === open.length ? [] : open))}>{still.length === open.length ? t("Choose none") : t("Choose all shown")}</Button>
        <p role="status" className="text-ink-muted">
          {plural(still.length, "{count} session is chosen", "{count} sessions are chosen")}
        </p>
      </div>
      <div className="flex flex-col gap-4">
        {rows.map((row) => (
          <OpenClientCard key={row.client?.id} row={row} chosen={chosen} onChoose={onChoose} />
        ))}
      </div>
      <LoadMore shown={rows.length} total={total} hasMore={hasMore} isPending={isFetching} onMore={more} noun={t("clients")} />
    </>
  );
}

function NothingOpen({ kind }: { kind: InvoiceKind }) {
  return (
    <Card>
      <EmptyState icon={CircleCheckBig} title={t("There is nothing to invoice")}>
        {kind === "CLAIM" ? t("No open session is billed to the insurance.") : t("No open session is billed to the client.")}
      </EmptyState>
    </Card>
  );
}
