import { t } from "../../text";
import { formatMoney } from "../../text/format";
import { RowLink } from "../../ui/RowLink";
import { TextLink } from "../../ui/TextLink";
import { unseenOf, type WorkProps } from "./work";
import { WorkCard } from "./WorkCard";

interface Owing {
  over30: number | null;
  over60: number | null;
  over90: number | null;
}

const overdue = ({ over30, over60, over90 }: Owing): number => (over30 ?? 0) + (over60 ?? 0) + (over90 ?? 0);

export function Owed({ work: { owed }, error }: WorkProps) {
  return (
    <WorkCard
      title={t("Balances of 30 days and more")}
      description={t("Clients who have owed something for 30 days, the most first.")}
      done={t("Nobody has owed anything for 30 days")}
      accounts={owed}
      unseen={unseenOf(owed, "owed", error)}
      order={(a, b) => overdue(b) - overdue(a)}
      keyOf={({ client }) => client?.id ?? ""}
      columns={[
        {
          id: "client",
          header: t("Client"),
          cell: ({ client, provider }) => (
            <RowLink to="/p/$account/payments/$client" params={{ account: provider.id, client: client?.id ?? "" }}>
              <span translate="no">{client?.displayName}</span>
            </RowLink>
          ),
          isRowHeader: true,
        },
        { id: "over90", header: t("90 days and more"), cell: ({ over90 }) => formatMoney(over90 ?? 0), align: "right", width: "10rem", hideOnPhone: true },
        { id: "overdue", header: t("30 days and more"), cell: (row) => formatMoney(overdue(row)), align: "right", width: "10rem" },
      ]}
      listIn={({ id, providerName }) => (
        <TextLink to="/p/$account/payments" params={{ account: id }}>
          {providerName}
        </TextLink>
      )}
    />
  );
}
