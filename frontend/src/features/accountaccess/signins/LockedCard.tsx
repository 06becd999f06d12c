import { Lock } from "lucide-react";
import { UnlockUsernameDocument } from "../../../gen/documents/features/accountaccess/signins/SignIns";
import type { AccountSignInsQuery } from "../../../gen/types";
import { useSave } from "../../../graphql/useSave";
import { plural, t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { FormError } from "../../../ui/FormError";
import { toast } from "../../../ui/toast";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";

type Locked = NonNullable<NonNullable<AccountSignInsQuery["account"]>["lockedUsernames"]>[number];

// Whoever guesses at a password from elsewhere locks nobody out who signs in from where they usually do.
export function LockedCard({ usernames, onUnlocked }: { usernames: Locked[]; onUnlocked: () => void }) {
  const { id } = useAccount();
  const { save, isPending, problems } = useSave(UnlockUsernameDocument);
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  const unlock = async ({ link, username }: Locked) => {
    if (!(await save({ account: id, link: link ?? "" }))) return;
    toast({ text: t("{name} is unlocked.", { name: username ?? "" }) });
    onUnlocked();
  };
  return (
    <Card title={t("Locked")} description={t("Too many wrong passwords were given. From where these usernames have signed in before they still can.")} isFlush>
      <FormError error={problems[0]?.message} />
      <ul>
        {usernames.map((one) => (
          <li key={one.link} className="flex items-start gap-3 border-b border-line px-5 py-3 last:border-b-0 phone:px-4">
            <Lock aria-hidden size={18} className="mt-0.5 shrink-0 text-ink-muted" />
            <div className="min-w-0 flex-1">
              <p translate="no" className="font-medium wrap-anywhere">{one.username}</p>
              <p className="text-sm text-ink-muted">{stateOf(one)}</p>
            </div>
            <Button size="small" onPress={() => void unlock(one)} isPending={isPending} whyDisabled={whyNot} aria-label={t("Unlock {name}", { name: one.username ?? "" })}>
              {t("Unlock")}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function stateOf({ failures, secondsLeft }: Locked): string {
  const wrong = plural(failures ?? 0, "{count} wrong password in a row", "{count} wrong passwords in a row");
  if (secondsLeft === null) return t("{wrong}: locked until you unlock it", { wrong });
  return t("{wrong}: locked for {minutes} more", { wrong, minutes: plural(Math.ceil(secondsLeft / 60), "{count} minute", "{count} minutes") });
}
