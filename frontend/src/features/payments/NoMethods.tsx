import { t } from "../../text";
import { Banner } from "../../ui/Banner";
import { TextLink } from "../../ui/TextLink";
import { useAccount } from "../shell/viewer";

// Without a payment type nothing can be posted.
export function NoMethods() {
  const { id: account, mayEdit } = useAccount();
  return (
    <Banner kind="warning" isCompact title={t("No payment type that lowers a balance is in use")}>
      {mayEdit("CODES_SETUP") ? (
        <TextLink to="/p/$account/codes-setup/payment-types" params={{ account }}>
          {t("Add one in Codes Setup")}
        </TextLink>
      ) : (
        t("Somebody with Full Access to Codes Setup can add one, under Adjustment & Payment Types.")
      )}
    </Banner>
  );
}
