import type { NoteOfListFragment } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import type { ShownPages } from "../../graphql/usePages";
import { t } from "../../text";
import { formatDate } from "../../text/format";
import { DataTable } from "../../ui/DataTable";
import { LoadMore } from "../../ui/LoadMore";
import { RowLink } from "../../ui/RowLink";
import type { Column } from "../../ui/column";
import { CannotLoad } from "../shell/CannotLoad";
import { NoteBadge } from "./NoteBadge";
import { NoNotes, type NoNotesProps } from "./NoNotes";
import { typeName } from "./noteWords";

interface Props extends NoNotesProps {
  account: string;
  notes: ShownPages<NoteOfListFragment>;
}

export function NoteTable({ account, notes, ...none }: Props) {
  const { rows, total, hasMore, isFetching, isFirst, isOld, error, more, retry } = notes;
  if (error && rows.length === 0) return <CannotLoad problems={problemsOf(error)} onRetry={retry} />;
  return (
    <div aria-busy={isOld} className={isOld ? "opacity-60" : ""}>
      <DataTable
        caption={t("Session notes")}
        columns={columns(account)}
        rows={rows}
        rowKey={({ id }) => id}
        isLoading={isFirst}
        loadingRows={10}
        empty={<NoNotes {...none} />}
        footer={!isFirst && <LoadMore shown={rows.length} total={total} hasMore={hasMore} isPending={isFetching} onMore={more} noun={t("notes")} />}
      />
    </div>
  );
}

const columns = (account: string): Column<NoteOfListFragment>[] => [
  {
    id: "client",
    header: t("Client"),
    isRowHeader: true,
    cell: ({ id, client }) => (
      <RowLink to="/p/$account/notes/$note" params={{ account, note: id }}>
        <span translate="no">{client?.displayName}</span>
      </RowLink>
    ),
  },
  { id: "day", header: t("Day"), cell: ({ noteDate }) => noteDate && formatDate(noteDate), width: "8rem" },
  { id: "type", header: t("Type"), cell: ({ noteType }) => typeName(noteType), width: "9rem" },
  { id: "status", header: t("Status"), cell: ({ status }) => <NoteBadge status={status} />, width: "8rem" },
  { id: "by", header: t("Written or signed by"), cell: ({ author, signedBy }) => <span translate="no">{signedBy ?? author}</span>, width: "12rem" },
];
