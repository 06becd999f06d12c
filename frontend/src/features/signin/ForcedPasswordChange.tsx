import { t } from "../../text";
import { Banner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { useTitle } from "../shell/useTitle";
import { ChangePasswordForm } from "./ChangePasswordForm";
import { Door } from "./Door";
import { useSignOut } from "./useSignOut";

// Before anything else can be done, the password has to be changed.
export function ForcedPasswordChange({ reason, username }: { reason: string; username: string }) {
  const { signOut, isPending } = useSignOut();
  useTitle(t("Change your password"));
  return (
    <Door title={t("Change your password")} footer={<Button variant="quiet" size="small" onPress={signOut} isPending={isPending}>{t("Sign out")}</Button>}>
      <div className="mb-4">
        <Banner kind="warning" title={t("{username}, your password has to be changed first", { username })}>
          <span translate="no">{reason}</span>
        </Banner>
      </div>
      <ChangePasswordForm username={username} onChanged={() => location.reload()} />
    </Door>
  );
}
