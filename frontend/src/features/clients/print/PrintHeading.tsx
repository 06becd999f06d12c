import { t } from "../../../text";
import { formatMoment } from "../../../text/format";
import { DescriptionList } from "../../../ui/DescriptionList";
import { useAccount, useViewer } from "../../shell/viewer";
import type { WholeClient } from "../clientFields";
import { fullName } from "../clientName";

interface Props {
  title: string;
  client: WholeClient;
  period: string;
  at: string;
}

// Whose paper it is, about whom, and of when.
export function PrintHeading({ title, client, period, at }: Props) {
  const { practiceName, providerName, timeZone } = useAccount();
  const { username } = useViewer();
  const rows = [
    { label: t("Practice"), value: <span translate="no">{practiceName}, {providerName}</span> },
    { label: t("Client"), value: <span translate="no">{t("{name}, number {number}", { name: fullName(client), number: client.number ?? "" })}</span> },
    { label: t("Period"), value: period },
    { label: t("Printed"), value: t("{when}, by {username}", { when: formatMoment(at, timeZone), username }) },
  ];
  return (
    <>
      <h2 className="mb-3 text-xl font-semibold">{title}</h2>
      <DescriptionList rows={rows} />
    </>
  );
}
