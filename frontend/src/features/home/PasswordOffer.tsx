import { t } from "../../text";
import { Banner } from "../../ui/Banner";
import { LinkButton } from "../../ui/LinkButton";
import { useAccount } from "../shell/viewer";

// After signing in, until it is done: a password that somebody else has typed should be another one.
export function PasswordOffer({ name }: { name: string }) {
  const { id } = useAccount();
  return (
    <Banner
      kind="warning"
      title={t("Somebody else knows your password")}
      actions={
        <LinkButton to="/p/$account/my-access" params={{ account: id }}>
          {t("Change it in My Access")}
        </LinkButton>
      }
    >
      {t("{name} typed it into Access Other Accounts. The link between your accounts does not need it any more.", { name })}
    </Banner>
  );
}
