import { Copy, Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import type { InvitationKind } from "../../../gen/types";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Heading } from "../../../ui/Heading";
import { toast } from "../../../ui/toast";
import { spaced } from "./invitationWords";

interface Props {
  kind: InvitationKind;
  code: string;
  onMore: () => void;
}

// The code, this once.
export function MadeCard({ kind, code, onMore }: Props) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus(), []);
  const copy = async () => {
    await navigator.clipboard.writeText(spaced(code));
    toast({ text: t("The code is copied.") });
  };
  return (
    <section ref={card} tabIndex={-1} aria-labelledby="made" className="flex flex-col gap-3 rounded-lg border border-success-line bg-surface px-5 py-4 outline-none phone:px-4">
      <Heading level={2} id="made">
        {t("Hand this code over")}
      </Heading>
      <p translate="no" className="rounded-md border bg-canvas px-4 py-3 font-mono text-lg wrap-anywhere select-all">{spaced(code)}</p>
      <p>{t("It is shown this once, and works once. Give it to the person in a way that nobody else reads.")}</p>
      <p className="text-ink-muted">
        {kind === "OFFER"
          ? t("They sign in with their own username, go to Account Access, Access Other Accounts, and enter it under I have a code. Nobody types another's password.")
          : t("Whoever runs the other account signs in there, goes to Account Access, Access Other Accounts, and enters it under I have a code. They see what you ask for, and can give less.")}
      </p>
      <div className="flex flex-wrap gap-2 phone:flex-col">
        <Button variant="primary" icon={Copy} onPress={() => void copy()}>
          {t("Copy the code")}
        </Button>
        <Button icon={Plus} onPress={onMore}>
          {t("Make another")}
        </Button>
      </div>
    </section>
  );
}
