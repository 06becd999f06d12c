import { BellOff, KeyRound, RotateCw, Send, Webhook } from "lucide-react";
import { plural, t } from "../../../text";
import { type Kind, who } from "../entry";

// What other programs are told.
export const webhookKinds: Record<string, Kind> = {
  "webhook.listed": { label: () => t("Webhooks listed"), icon: Webhook, say: (e) => plural(e.rowCount ?? 0, "{who} looked at the webhooks: {count}", "{who} looked at the webhooks: {count}", { who: who(e) }) },
  "webhook.added": { label: () => t("Webhook added"), icon: Webhook, say: (e) => t("{who} added a webhook", { who: who(e) }) },
  "webhook.changed": { label: () => t("Webhook changed"), icon: Webhook, say: (e) => t("{who} changed a webhook", { who: who(e) }) },
  "webhook.secret": { label: () => t("Webhook given another secret"), icon: KeyRound, say: (e) => t("{who} gave a webhook another secret", { who: who(e) }) },
  "webhook.deleted": { label: () => t("Webhook deleted"), icon: BellOff, say: (e) => t("{who} deleted a webhook", { who: who(e) }) },
  "webhook.tested": { label: () => t("Webhook tested"), icon: Send, say: (e) => t("{who} sent a test to a webhook", { who: who(e) }) },
  "webhook.replayed": { label: () => t("Webhook told again"), icon: RotateCw, say: (e) => t("{who} had a webhook told again what it was not told", { who: who(e) }) },
  "webhook.failing": { label: () => t("Webhook failing"), icon: BellOff, say: () => t("A webhook fails: its receiver does not take what it is told") },
};
