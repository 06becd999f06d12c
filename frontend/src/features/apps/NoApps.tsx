import { Blocks } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "../../text";
import { EmptyState } from "../../ui/EmptyState";

export function NoApps({ action }: { action: ReactNode }) {
  return (
    <EmptyState icon={Blocks} title={t("No app of others is known here")} action={action}>
      {t("A program of another company, such as one for billing, can send a person here to let it in: nobody hands it a password or a token. An account says first which apps may ask, and the most that each may do. Register one that is new to Lanyard, or let one in that another account has registered.")}
    </EmptyState>
  );
}
