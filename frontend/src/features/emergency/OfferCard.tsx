import { useQuery } from "urql";
import { EmergencyOfferDocument } from "../../gen/documents/features/emergency/Emergency";
import { t } from "../../text";
import { Card } from "../../ui/Card";
import { LinkButton } from "../../ui/LinkButton";
import { inOneLine, levelsOf } from "../accountaccess/consent/levels";
import { useAccount } from "../shell/viewer";

// What one may open in an emergency, where that is settled.
export function OfferCard() {
  const { id } = useAccount();
  const [{ data }] = useQuery({ query: EmergencyOfferDocument, variables: { account: id } });
  const offer = data?.account?.emergencyOffer;
  if (!offer) return null;
  return (
    <Card title={t("Emergency Access")} description={t("What you may open at once in an emergency, as the owner has settled it.")}>
      <p className="mb-3">{inOneLine(levelsOf(offer.levels))}.</p>
      <LinkButton to="/p/$account/emergency" params={{ account: id }}>
        {t("Emergency access")}
      </LinkButton>
    </Card>
  );
}
