import { Copy } from "lucide-react";
import { t } from "../../../text";
import { LinkButton } from "../../../ui/LinkButton";
import { TextLink } from "../../../ui/TextLink";
import { whyNoCopy } from "../../copycodes/offered";
import { useOffered } from "../../copycodes/useOffered";
import { useAccount } from "../../shell/viewer";
import { FunctionCard } from "./FunctionCard";

export function CopyCard() {
  const { id } = useAccount();
  const offered = useOffered();
  const whyNot = whyNoCopy(offered);
  return (
    <FunctionCard
      icon={Copy}
      title={
        <TextLink to="/p/$account/account-access/copy" params={{ account: id }}>
          {t("Copy Codes to Another Account")}
        </TextLink>
      }
      sentence={t("Enter diagnosis codes, billing codes and insurance payers once, and copy them to the other providers.")}
      whyNot={whyNot}
      action={
        <LinkButton to="/p/$account/account-access/copy" params={{ account: id }}>
          {t("Copy codes")}
        </LinkButton>
      }
    >
      <p className="font-medium">{t("You can copy from {from} and to {to} of your accounts", { from: offered.from.length, to: offered.to.length })}</p>
      <p className="mt-0.5 text-ink-muted">{t("Nothing is moved or overwritten without you: every entry is shown first, and a copy can be undone.")}</p>
    </FunctionCard>
  );
}
