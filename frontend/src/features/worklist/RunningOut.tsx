import { t } from "../../text";
import { formatDate } from "../../text/format";
import { leftText } from "../insurance/authorization";
import { RowLink } from "../../ui/RowLink";
import { TextLink } from "../../ui/TextLink";
import { WorkCard } from "./WorkCard";
import { byText, unseenOf, type WorkProps } from "./work";

export function RunningOut({ work: { runningOut }, error }: WorkProps) {
  return (
    <WorkCard
      title={t("Authorizations that run out")}
      description={t("Active ones that end within 30 days or have at most two sessions left.")}
      done={t("No authorization runs out")}
      accounts={runningOut}
      unseen={unseenOf(runningOut, "runningOut", error)}
      order={byText(({ untilDate }) => untilDate)}
      keyOf={({ id }) => id}
      columns={[
        {
          id: "client",
          header: t("Client"),
          cell: ({ client, provider }) => (
            <RowLink to="/p/$account/insurance/$client" params={{ account: provider.id, client: client?.id ?? "" }}>
              <span translate="no">{client?.displayName}</span>
            </RowLink>
          ),
          isRowHeader: true,
        },
        { id: "number", header: t("Number"), cell: ({ number }) => <span translate="no" className="font-mono">{number}</span>, width: "9rem", hideOnPhone: true },
        { id: "until", header: t("Until"), cell: ({ untilDate }) => formatDate(untilDate ?? ""), width: "10rem" },
        { id: "left", header: t("Sessions"), cell: (row) => leftText(row), width: "9rem" },
      ]}
      listIn={({ id, providerName }) => (
        <TextLink to="/p/$account/insurance" params={{ account: id }}>
          {providerName}
        </TextLink>
      )}
    />
  );
}
