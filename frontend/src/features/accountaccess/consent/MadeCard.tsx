import { Plus } from "lucide-react";
import type { InvitationKind } from "../../../gen/types";
import { t } from "../../../text";
import { OnceCard } from "../../../ui/OnceCard";
import { spaced } from "./invitationWords";

interface Props {
  kind: InvitationKind;
  code: string;
  onMore: () => void;
}

export function MadeCard({ kind, code, onMore }: Props) {
  return (
    <OnceCard
      title={t("Hand this code over")}
      secret={spaced(code)}
      copyLabel={t("Copy the code")}
      copied={t("The code is copied.")}
      close={{ label: t("Make another"), icon: Plus, onPress: onMore }}
    >
      <p>{t("It is shown this once, and works once. Give it to the person in a way that nobody else reads.")}</p>
      <p className="text-ink-muted">
        {kind === "OFFER"
          ? t("They sign in with their own username, go to Account Access, Access Other Accounts, and enter it under I have a code. Nobody types another's password.")
          : t("Whoever runs the other account signs in there, goes to Account Access, Access Other Accounts, and enters it under I have a code. They see what you ask for, and can give less.")}
      </p>
    </OnceCard>
  );
}
