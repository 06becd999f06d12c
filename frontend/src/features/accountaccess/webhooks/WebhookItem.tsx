import { PauseWebhookDocument, RotateWebhookSecretDocument, TestWebhookDocument } from "../../../gen/documents/features/accountaccess/webhooks/Webhooks";
import type { WebhookLineFragment } from "../../../gen/types";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { formatMoment } from "../../../text/format";
import { Badge } from "../../../ui/Badge";
import { Banner } from "../../../ui/Banner";
import { Button } from "../../../ui/Button";
import { FormError } from "../../../ui/FormError";
import { toast } from "../../../ui/toast";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";
import { DeliveryList } from "./DeliveryList";
import { kindText } from "./kindText";
import type { Secret } from "./SecretCard";

interface Props {
  webhook: WebhookLineFragment;
  onEdit: () => void;
  onDelete: () => void;
  onSecret: (secret: Secret) => void;
  onChanged: () => void;
}

export function WebhookItem({ webhook, onEdit, onDelete, onSecret, onChanged }: Props) {
  const { id: account, timeZone } = useAccount();
  const testing = useSave(TestWebhookDocument);
  const pausing = useSave(PauseWebhookDocument);
  const rotating = useSave(RotateWebhookSecretDocument);
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  const id = webhook.id ?? "";
  const url = webhook.url ?? "";
  const test = async () => {
    const sent = (await testing.save({ account, webhook: id }))?.testWebhook;
    if (!sent) return;
    onChanged();
    toast({ text: sent.fault === "" ? t("The test was taken.") : t("The test was not taken. {fault}", { fault: sent.fault }) });
  };
  const pause = async () => {
    if (!(await pausing.save({ account, webhook: id, paused: !webhook.paused }))) return;
    onChanged();
    toast({ text: webhook.paused ? t("It is told again, with what changed meanwhile.") : t("Nothing is told there for now.") });
  };
  const rotate = async () => {
    const made = (await rotating.save({ account, webhook: id }))?.rotateWebhookSecret;
    if (!made) return;
    onChanged();
    onSecret({ url, secret: made.secret });
  };
  const problem = [testing, pausing, rotating].flatMap(({ problems }) => problems)[0];
  return (
    <li className="flex flex-col gap-2 border-b border-line px-5 py-3 last:border-b-0 phone:px-4">
      <div className="flex flex-wrap items-center gap-2">
        <h3 translate="no" className="min-w-0 font-medium wrap-anywhere">{url}</h3>
        {webhook.paused && <Badge kind="warning">{t("Paused")}</Badge>}
        {webhook.failingSince && <Badge kind="danger">{t("Failing")}</Badge>}
      </div>
      <p className="text-sm wrap-anywhere">{webhook.kinds?.map(kindText).join(" · ")}</p>
      <p className="text-sm text-ink-muted">{t("{username} answers for it · made {moment}", { username: webhook.madeBy ?? "", moment: formatMoment(webhook.createdAt ?? "", timeZone) })}</p>
      {webhook.oldSecretUntil && <p className="text-sm text-ink-muted">{t("It signs with the secret before too, until {moment}.", { moment: formatMoment(webhook.oldSecretUntil, timeZone) })}</p>}
      {webhook.failingSince && (
        <Banner kind="danger" isCompact title={t("Nothing gets through since {moment}", { moment: formatMoment(webhook.failingSince, timeZone) })}>
          {webhook.fault} {!webhook.paused && t("It is tried again at {moment}.", { moment: formatMoment(webhook.nextAttemptAt ?? "", timeZone) })}
        </Banner>
      )}
      <FormError error={problem?.message} />
      <div className="flex flex-wrap gap-2">
        <Button size="small" onPress={() => void test()} isPending={testing.isPending} whyDisabled={whyNot}>{t("Send a test")}</Button>
        <Button size="small" onPress={() => void pause()} isPending={pausing.isPending} whyDisabled={whyNot}>{webhook.paused ? t("Go on") : t("Pause")}</Button>
        <Button size="small" onPress={onEdit} whyDisabled={whyNot}>{t("Change")}</Button>
        <Button size="small" onPress={() => void rotate()} isPending={rotating.isPending} whyDisabled={whyNot}>{t("New secret")}</Button>
        <Button size="small" onPress={onDelete} whyDisabled={whyNot}>{t("Delete")}</Button>
      </div>
      <DeliveryList deliveries={webhook.deliveries ?? []} onReplayed={onChanged} />
    </li>
  );
}
