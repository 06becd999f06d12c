import { CircleUserRound } from "lucide-react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { useSignOut } from "../signin/useSignOut";

// In whose name the app would ask. Whoever signs in as somebody else is asked the same again.
export function SignedInAs({ username }: { username: string }) {
  const { signOut, isPending } = useSignOut(location.pathname + location.search);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border bg-canvas px-3 py-2">
      <CircleUserRound aria-hidden size={18} className="shrink-0 text-ink-muted" />
      <p className="min-w-0 flex-1 basis-40 wrap-anywhere">
        {t("Signed in as")} <span translate="no" className="font-medium">{username}</span>
      </p>
      <Button size="small" onPress={signOut} isPending={isPending}>
        {t("Not you? Sign in as somebody else")}
      </Button>
    </div>
  );
}
