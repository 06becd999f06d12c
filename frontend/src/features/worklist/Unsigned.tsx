import { t } from "../../text";
import { formatDate } from "../../text/format";
import { typeName } from "../notes/noteWords";
import { RowLink } from "../../ui/RowLink";
import { TextLink } from "../../ui/TextLink";
import { WorkCard } from "./WorkCard";
import { byText, unseenOf, type WorkProps } from "./work";

export function Unsigned({ work: { unsigned }, error }: WorkProps) {
  return (
    <WorkCard
      title={t("Notes that are not signed")}
      description={t("Drafts of session notes, the oldest first.")}
      done={t("All session notes are signed")}
      accounts={unsigned}
      unseen={unseenOf(unsigned, "unsigned", error)}
      order={byText(({ noteDate }) => noteDate)}
      keyOf={({ id }) => id}
      columns={[
        {
          id: "client",
          header: t("Client"),
          cell: ({ id, client, provider }) => (
            <RowLink to="/p/$account/notes/$note" params={{ account: provider.id, note: id }}>
              <span translate="no">{client?.displayName}</span>
            </RowLink>
          ),
          isRowHeader: true,
        },
        { id: "day", header: t("Day"), cell: ({ noteDate }) => formatDate(noteDate ?? ""), width: "10rem" },
        { id: "type", header: t("Type"), cell: ({ noteType }) => typeName(noteType), width: "9rem", hideOnPhone: true },
        { id: "author", header: t("Written by"), cell: ({ author }) => <span translate="no">{author}</span>, width: "10rem" },
      ]}
      listIn={({ id, providerName }) => (
        <TextLink to="/p/$account/notes" params={{ account: id }} search={{ status: "DRAFT" }}>
          {providerName}
        </TextLink>
      )}
    />
  );
}
