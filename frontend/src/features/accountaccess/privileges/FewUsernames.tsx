import { SearchX, UserPlus } from "lucide-react";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { EmptyState } from "../../../ui/EmptyState";
import { LinkButton } from "../../../ui/LinkButton";
import { useAccount } from "../../shell/viewer";

export function OneUsername() {
  const { id } = useAccount();
  return (
    <EmptyState
      icon={UserPlus}
      title={t("Nobody else can enter this account yet")}
      isCompact
      action={
        <LinkButton to="/p/$account/account-access/allow" params={{ account: id }} variant="primary">
          {t("Allow Account Access")}
        </LinkButton>
      }
    >
      {t("Add a username for each person who works with you. Then say here what each of them may see and do.")}
    </EmptyState>
  );
}

export function NoUsernameFound({ onShowAll }: { onShowAll: () => void }) {
  return (
    <EmptyState icon={SearchX} title={t("No username is like that")} isCompact action={<Button onPress={onShowAll}>{t("Show all")}</Button>}>
      {t("No username of this account matches the filter.")}
    </EmptyState>
  );
}
