import { useEffect, useState } from "react";
import { plural, t } from "../../text";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { useEnding } from "./useEnding";
import { useSignOut } from "./useSignOut";

// Warns before a sign-in that nobody uses ends, over the page.
export function EndingDialog() {
  const { endsAt, stay } = useEnding();
  const { signOut, isPending } = useSignOut();
  if (endsAt === null) return null;
  const footer = (
    <>
      <Button onPress={signOut} isPending={isPending}>
        {t("Sign out")}
      </Button>
      <Button variant="primary" autoFocus onPress={stay}>
        {t("Stay signed in")}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onOpenChange={stay} title={t("Are you still there?")} footer={footer} size="small" role="alertdialog" isDismissable={false}>
      <p>
        <SecondsLeft endsAt={endsAt} />
      </p>
      <p className="mt-2 text-ink-muted">{t("Nothing you typed is lost: after signing in again you go on where you were.")}</p>
    </Dialog>
  );
}

// A screen reader is told once, not each second.
function SecondsLeft({ endsAt }: { endsAt: number }) {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(tick);
  }, []);
  const left = Math.max(0, Math.round((endsAt - now) / 1000));
  return plural(left, "Nobody has used this sign-in for a while. You will be signed out in {count} second.", "Nobody has used this sign-in for a while. You will be signed out in {count} seconds.");
}
