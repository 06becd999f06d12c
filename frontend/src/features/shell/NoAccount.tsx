import { DoorClosed } from "lucide-react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { useSignOut } from "../signin/useSignOut";
import { LaterAskedFactor } from "./LaterAskedFactor";

export function NoAccount({ username }: { username: string }) {
  const { signOut, isPending } = useSignOut();
  return (
    <main className="page" id="content">
      <EmptyState isPage icon={DoorClosed} title={t("{username} may enter no account now", { username })} action={<Button onPress={signOut} isPending={isPending}>{t("Sign out")}</Button>}>
        {t("An owner can let you in again with Allow Account Access, your access begins later, or a second factor is asked for first.")}
      </EmptyState>
      <LaterAskedFactor />
    </main>
  );
}
