import { useQuery } from "urql";
import { MyPasswordDocument } from "../../gen/documents/features/myaccess/MyAccess";
import { plural, t } from "../../text";
import { Card } from "../../ui/Card";
import { toast } from "../../ui/toast";
import { ChangePasswordForm } from "../signin/ChangePasswordForm";
import { useViewer } from "../shell/viewer";
import { PasswordStanding } from "./PasswordStanding";

export function PasswordCard() {
  const { username } = useViewer();
  const [{ data }, again] = useQuery({ query: MyPasswordDocument, requestPolicy: "cache-and-network" });
  const password = data?.viewer?.password;
  const onChanged = (ended: number) => {
    again({ requestPolicy: "network-only" });
    toast({ text: ended === 0 ? t("Your password is changed.") : plural(ended, "Your password is changed, and {count} other sign-in was ended.", "Your password is changed, and {count} other sign-ins were ended.") });
  };
  return (
    <Card
      title={t("My password")}
      description={t("It is never a good idea to share a password: each person can have a username of their own. Change yours whenever somebody else may know it, in addition to changing it regularly.")}
    >
      <div className="mb-4 min-h-6">{password && <PasswordStanding password={password} />}</div>
      <ChangePasswordForm username={username} onChanged={onChanged} />
    </Card>
  );
}
