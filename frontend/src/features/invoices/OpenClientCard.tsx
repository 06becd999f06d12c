import { TriangleAlert } from "lucide-react";
import type { ClientToInvoiceFragment } from "../../gen/types";
import { t } from "../../text";
import { formatDate, formatMoney } from "../../text/format";
import { Badge } from "../../ui/Badge";
import { Checkbox } from "../../ui/Checkbox";
import { withAll, withOne } from "./chosen";

interface Props {
  row: ClientToInvoiceFragment;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

export function OpenClientCard({ row: { client, sessions, sessionCount, total }, chosen, onChoose }: Props) {
  const ids = (sessions ?? []).map(({ id }) => id);
  const count = ids.filter((id) => chosen.has(id)).length;
  return (
    <section aria-label={client?.displayName} className="rounded-lg border border-line bg-surface">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-5 py-2.5 phone:px-4">
        <Checkbox isData isSelected={count > 0 && count === ids.length} isIndeterminate={count > 0 && count < ids.length} onChange={(all) => onChoose(withAll(chosen, ids, all))}>
          <span className="font-semibold">{client?.displayName}</span>
        </Checkbox>
        <p className="text-ink-muted tabular-nums">{t("Client {number}, {total}", { number: client?.number ?? "", total: formatMoney(total ?? 0) })}</p>
      </div>
      <ul className="divide-y divide-line">
        {(sessions ?? []).map(({ id, serviceDate, billingCode, charge, beyondAuthorization }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-5 py-1.5 pl-10 phone:px-4 phone:pl-8">
            <Checkbox isSelected={chosen.has(id)} onChange={(is) => onChoose(withOne(chosen, id, is))}>
              <span>
                {formatDate(serviceDate ?? "")}
                <span translate="no" className="ml-2 text-ink-muted">
                  {billingCode}
                </span>
              </span>
            </Checkbox>
            <span className="flex items-center gap-3">
              {beyondAuthorization && (
                <Badge kind="warning" icon={TriangleAlert}>
                  {t("Beyond the authorization")}
                </Badge>
              )}
              <span className="tabular-nums">{formatMoney(charge ?? 0)}</span>
            </span>
          </li>
        ))}
      </ul>
      {(sessionCount ?? 0) > ids.length && (
        <p className="border-t border-line px-5 py-2 text-ink-muted phone:px-4">
          {t("The first {shown} of {count} sessions are shown. Invoice some, or choose other days, to see the others.", { shown: String(ids.length), count: String(sessionCount) })}
        </p>
      )}
    </section>
  );
}
