import { EyeOff } from "lucide-react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { useTitle } from "../shell/useTitle";
import { dropView } from "./leaveView";

// The server refuses the view: there is nothing to see in it any more.
export function ViewOver({ account }: { account: string }) {
  useTitle(t("View over"));
  return (
    <main className="page" id="content">
      <EmptyState
        isPage
        icon={EyeOff}
        title={t("This view is over")}
        action={
          <Button variant="primary" onPress={() => dropView(`/p/${account}`)}>
            {t("See the account as yourself")}
          </Button>
        }
      >
        <p>{t("The username you looked as cannot enter this account any more, or you no longer have Full Access to Account Access.")}</p>
      </EmptyState>
    </main>
  );
}
