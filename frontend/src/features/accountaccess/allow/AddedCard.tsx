import { CircleCheck, LogOut, Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Heading } from "../../../ui/Heading";
import { LinkButton } from "../../../ui/LinkButton";
import { useAccount } from "../../shell/viewer";
import { useSignOut } from "../../signin/useSignOut";

interface Props {
  username: string;
  onMore: () => void;
}

// What was done, and the next step.
export function AddedCard({ username, onMore }: Props) {
  const { id } = useAccount();
  const { signOut, isPending } = useSignOut();
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus(), []);
  return (
    <section ref={card} tabIndex={-1} aria-labelledby="added" className="rounded-lg border border-success-line bg-surface px-5 py-4 outline-none phone:px-4">
      <div className="flex items-start gap-2.5">
        <CircleCheck aria-hidden size={20} className="mt-0.5 shrink-0 text-success-ink" />
        <div className="flex min-w-0 flex-col gap-3">
          <Heading level={2} id="added" className="wrap-anywhere">
            {t("{username} may now enter this account", { username })}
          </Heading>
          <p>{t("To make it your Master Username, let it join the other providers' accounts:")}</p>
          <ol className="ml-5 list-decimal space-y-1">
            <li>{t("Sign out, and sign in as {username}. You will still be in this provider's account, but it is the username that is important.", { username })}</li>
            <li>{t("Go to Account Access, then Access Other Accounts.")}</li>
            <li>{t("Enter each provider's username and password, press Find Account, then Join Account.")}</li>
          </ol>
          <p className="text-ink-muted">{t("For somebody who works in this account alone nothing more is needed; Username Privileges says what they may do here.")}</p>
          <div className="flex flex-wrap gap-2">
            <Button variant="primary" icon={LogOut} onPress={signOut} isPending={isPending}>
              {t("Sign out")}
            </Button>
            <LinkButton to="/p/$account/account-access/privileges" params={{ account: id }}>
              {t("Username Privileges")}
            </LinkButton>
            <Button variant="quiet" icon={Plus} onPress={onMore}>
              {t("Add another username")}
            </Button>
          </div>
        </div>
      </div>
    </section>
  );
}
