import { NotebookPen } from "lucide-react";
import type { ReactNode } from "react";
import type { PsychotherapyNoteOfListFragment } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import type { ShownPages } from "../../graphql/usePages";
import { t } from "../../text";
import { formatDate } from "../../text/format";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { LoadMore } from "../../ui/LoadMore";
import { RowLink } from "../../ui/RowLink";
import type { Column } from "../../ui/column";
import { CannotLoad } from "../shell/CannotLoad";
import { SharedBadge } from "./SharedBadge";

interface Props {
  account: string;
  notes: ShownPages<PsychotherapyNoteOfListFragment>;
  // What to do where there are none.
  action: ReactNode;
}

export function PsychotherapyNoteTable({ account, notes, action }: Props) {
  const { rows, total, hasMore, isFetching, isFirst, isOld, error, more, retry } = notes;
  if (error && rows.length === 0) return <CannotLoad problems={problemsOf(error)} onRetry={retry} />;
  return (
    <div aria-busy={isOld} className={isOld ? "opacity-60" : ""}>
      <DataTable
        caption={t("Psychotherapy notes")}
        columns={columns(account)}
        rows={rows}
        rowKey={({ id }) => id}
        isLoading={isFirst}
        loadingRows={6}
        empty={
          <EmptyState icon={NotebookPen} title={t("There are no psychotherapy notes for you to see")} action={action}>
            {t("Yours are here, and those that others share.")}
          </EmptyState>
        }
        footer={!isFirst && <LoadMore shown={rows.length} total={total} hasMore={hasMore} isPending={isFetching} onMore={more} noun={t("notes")} />}
      />
    </div>
  );
}

const columns = (account: string): Column<PsychotherapyNoteOfListFragment>[] => [
  {
    id: "client",
    header: t("Client"),
    isRowHeader: true,
    cell: ({ id, client }) => (
      <RowLink to="/p/$account/psychotherapy-notes/$psychotherapyNote" params={{ account, psychotherapyNote: id }}>
        <span translate="no">{client?.displayName}</span>
      </RowLink>
    ),
  },
  { id: "day", header: t("Day"), cell: ({ noteDate }) => noteDate && formatDate(noteDate), width: "8rem" },
  { id: "author", header: t("Written by"), cell: ({ author }) => <span translate="no">{author}</span>, width: "12rem" },
  { id: "shared", header: t("Read by"), cell: ({ shared }) => <SharedBadge shared={shared} />, width: "9rem" },
];
