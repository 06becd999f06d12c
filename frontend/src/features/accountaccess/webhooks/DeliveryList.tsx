import { ReplayWebhookDocument } from "../../../gen/documents/features/accountaccess/webhooks/Webhooks";
import type { WebhookLineFragment } from "../../../gen/types";
import { useSave } from "../../../graphql/useSave";
import { plural, t } from "../../../text";
import { formatMoment } from "../../../text/format";
import { Badge } from "../../../ui/Badge";
import { Button } from "../../../ui/Button";
import { Disclosure } from "../../../ui/Disclosure";
import { FormError } from "../../../ui/FormError";
import { toast } from "../../../ui/toast";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";

type Delivery = NonNullable<WebhookLineFragment["deliveries"]>[number];

// What it was told last, and first what it was not told.
export function DeliveryList({ deliveries, onReplayed }: { deliveries: Delivery[]; onReplayed: () => void }) {
  const dead = deliveries.filter((delivery) => delivery.dead).length;
  if (deliveries.length === 0) return <p className="text-sm text-ink-muted">{t("Nothing was told there yet.")}</p>;
  return (
    <Disclosure
      title={t("What it was told last")}
      summary={dead > 0 && <Badge kind="danger">{plural(dead, "{count} not told", "{count} not told")}</Badge>}
      defaultExpanded={dead > 0}
      headingLevel={4}
    >
      <ul className="flex flex-col gap-2 py-1">
        {deliveries.map((delivery) => (
          <DeliveryItem key={delivery.id} delivery={delivery} onReplayed={onReplayed} />
        ))}
      </ul>
    </Disclosure>
  );
}

interface ItemProps {
  delivery: Delivery;
  onReplayed: () => void;
}

function DeliveryItem({ delivery: { id, code, occurredAt, at, dead, attempts, status, fault, replayedBy }, onReplayed }: ItemProps) {
  const { id: account, timeZone } = useAccount();
  const { save, isPending, problems } = useSave(ReplayWebhookDocument);
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  const replay = async () => {
    const sent = (await save({ account, delivery: id ?? "" }))?.replayWebhook;
    if (!sent) return;
    onReplayed();
    toast({ text: sent.fault === "" ? t("It was told.") : t("It was not told. {fault}", { fault: sent.fault }) });
  };
  return (
    <li className="flex flex-wrap items-start justify-between gap-2 text-sm">
      <div className="min-w-0 flex-1 basis-40">
        <p className="wrap-anywhere">
          <span translate="no" className="font-mono">{code}</span> {t("of {moment}", { moment: formatMoment(occurredAt ?? "", timeZone) })}
        </p>
        <p className="text-ink-muted">
          {dead
            ? plural(attempts ?? 0, "Not told: {fault} Tried {count} time, last at {moment}.", "Not told: {fault} Tried {count} times, last at {moment}.", { fault: fault ?? "", moment: formatMoment(at ?? "", timeZone) })
            : t("Told at {moment}, answered {status}.", { moment: formatMoment(at ?? "", timeZone), status: String(status ?? "") })}
          {replayedBy && <> {t("Sent again by {username}.", { username: replayedBy })}</>}
        </p>
        <FormError error={problems[0]?.message} />
      </div>
      {dead && (
        <Button size="small" onPress={() => void replay()} isPending={isPending} whyDisabled={whyNot} aria-label={t("Replay {code}", { code: code ?? "" })}>
          {t("Replay")}
        </Button>
      )}
    </li>
  );
}
