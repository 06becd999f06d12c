import { Check } from "lucide-react";
import { t } from "../../../text";
import { OnceCard } from "../../../ui/OnceCard";

export interface Secret {
  url: string;
  secret: string;
}

export function SecretCard({ secret: { url, secret }, onClose }: { secret: Secret; onClose: () => void }) {
  return (
    <OnceCard
      title={t("The secret of the webhook")}
      belongsTo={url}
      secret={secret}
      copyLabel={t("Copy the secret")}
      copied={t("The secret is copied.")}
      close={{ label: t("I have it"), icon: Check, onPress: onClose }}
    >
      <p>{t("It is shown this once. With it the program tells that a message is from here and unchanged, as Standard Webhooks says.")}</p>
    </OnceCard>
  );
}
