import { t } from "../../text";
import { formatDate, formatMoney } from "../../text/format";
import { RowLink } from "../../ui/RowLink";
import { TextLink } from "../../ui/TextLink";
import { WorkCard } from "./WorkCard";
import { byText, unseenOf, type WorkProps } from "./work";

export function Unbilled({ work: { unbilled }, error }: WorkProps) {
  return (
    <WorkCard
      title={t("Sessions that are not billed")}
      description={t("Client sessions that are on no invoice and no claim yet, the oldest first.")}
      done={t("All client sessions are billed")}
      accounts={unbilled}
      unseen={unseenOf(unbilled, "unbilled", error)}
      order={byText(({ serviceDate }) => serviceDate)}
      keyOf={({ id }) => id}
      columns={[
        {
          id: "client",
          header: t("Client"),
          cell: ({ id, client, provider }) => (
            <RowLink to="/p/$account/client-sessions/$session" params={{ account: provider.id, session: id }}>
              <span translate="no">{client?.displayName}</span>
            </RowLink>
          ),
          isRowHeader: true,
        },
        { id: "day", header: t("Date of service"), cell: ({ serviceDate }) => formatDate(serviceDate ?? ""), width: "10rem" },
        { id: "code", header: t("Code"), cell: ({ billingCode }) => <span translate="no" className="font-mono">{billingCode}</span>, width: "7rem", hideOnPhone: true },
        { id: "charge", header: t("Charge"), cell: ({ charge }) => formatMoney(charge ?? 0), align: "right", width: "8rem" },
      ]}
      listIn={({ id, providerName }) => (
        <TextLink to="/p/$account/client-sessions" params={{ account: id }} search={{ status: "OPEN" }}>
          {providerName}
        </TextLink>
      )}
    />
  );
}
