import { Plus, Webhook } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { WebhooksDocument } from "../../../gen/documents/features/accountaccess/webhooks/Webhooks";
import type { WebhookLineFragment } from "../../../gen/types";
import { problemsOf } from "../../../graphql/problem";
import { useLive } from "../../../live/useLive";
import { plural, t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { EmptyState } from "../../../ui/EmptyState";
import { Skeleton } from "../../../ui/Skeleton";
import { later } from "../../../ui/later";
import { CannotLoad } from "../../shell/CannotLoad";
import { useTitle } from "../../shell/useTitle";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";
import { DeleteDialog } from "./DeleteDialog";
import type { Secret } from "./SecretCard";
import { WebhookDialog } from "./WebhookDialog";
import { WebhookItem } from "./WebhookItem";

const LaterSecretCard = later(() => import("./SecretCard").then((module) => module.SecretCard));

// The addresses that are told at once what changes in this account.
export function WebhooksPage() {
  const { id } = useAccount();
  const [{ data, error }, again] = useQuery({ query: WebhooksDocument, variables: { account: id }, requestPolicy: "cache-and-network" });
  const [editing, setEditing] = useState<WebhookLineFragment | "new">();
  const [deleting, setDeleting] = useState<WebhookLineFragment>();
  const [secret, setSecret] = useState<Secret>();
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  useTitle(t("Webhooks"));
  const reload = () => again({ requestPolicy: "network-only" });
  useLive("ACCOUNT_ACCESS", () => again({ requestPolicy: "network-only", background: true }));
  const webhooks = data?.account?.webhooks;
  if (!webhooks && error) return <CannotLoad problems={problemsOf(error)} onRetry={reload} />;
  if (!webhooks) return <Skeleton rows={4} height={72} />;
  const add = (
    <Button variant="primary" icon={Plus} whyDisabled={whyNot} onPress={() => setEditing("new")}>
      {t("Add a webhook")}
    </Button>
  );
  return (
    <div className="flex flex-col gap-4">
      {secret && <LaterSecretCard secret={secret} onClose={() => setSecret(undefined)} />}
      <Card
        title={plural(webhooks.length, "{count} webhook", "{count} webhooks")}
        description={t("An address of another program that is told at once what changes here. It gets ids and no data, signed with a secret.")}
        isFlush
        actions={webhooks.length > 0 && add}
      >
        {webhooks.length === 0 && (
          <EmptyState icon={Webhook} title={t("Nothing is told to other programs")} isCompact action={add}>
            {t("A webhook tells a program of yours, for instance, that an appointment was kept or that somebody's privileges changed. It asks for the rest itself, with an API token.")}
          </EmptyState>
        )}
        <ul>
          {webhooks.map((webhook) => (
            <WebhookItem key={webhook.id} webhook={webhook} onEdit={() => setEditing(webhook)} onDelete={() => setDeleting(webhook)} onSecret={setSecret} onChanged={reload} />
          ))}
        </ul>
      </Card>
      {editing && (
        <WebhookDialog
          webhook={editing === "new" ? undefined : editing}
          choices={data?.account?.webhookChoices ?? []}
          onClose={() => setEditing(undefined)}
          onSaved={(made) => {
            setEditing(undefined);
            if (made) setSecret(made);
            reload();
          }}
        />
      )}
      {deleting && <DeleteDialog webhook={deleting} onClose={() => setDeleting(undefined)} onDeleted={reload} />}
    </div>
  );
}
