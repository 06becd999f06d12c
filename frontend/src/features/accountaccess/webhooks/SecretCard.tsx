import { Check, Copy } from "lucide-react";
import { useEffect, useRef } from "react";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Heading } from "../../../ui/Heading";
import { toast } from "../../../ui/toast";

export interface Secret {
  url: string;
  secret: string;
}

// The secret, this once.
export function SecretCard({ secret: { url, secret }, onClose }: { secret: Secret; onClose: () => void }) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus(), []);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    toast({ text: t("The secret is copied.") });
  };
  return (
    <section ref={card} tabIndex={-1} aria-labelledby="secret" className="flex flex-col gap-3 rounded-lg border border-success-line bg-surface px-5 py-4 outline-none phone:px-4">
      <Heading level={2} id="secret">
        {t("The secret of the webhook")}
      </Heading>
      <p translate="no" className="wrap-anywhere text-ink-muted">{url}</p>
      <p translate="no" className="rounded-md border bg-canvas px-4 py-3 font-mono wrap-anywhere select-all">{secret}</p>
      <p>{t("It is shown this once. With it the program tells that a message is from here and unchanged, as Standard Webhooks says.")}</p>
      <div className="flex flex-wrap gap-2 phone:flex-col">
        <Button variant="primary" icon={Copy} onPress={() => void copy()}>
          {t("Copy the secret")}
        </Button>
        <Button icon={Check} onPress={onClose}>
          {t("I have it")}
        </Button>
      </div>
    </section>
  );
}
