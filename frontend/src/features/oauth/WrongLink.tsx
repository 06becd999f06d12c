import { t } from "../../text";
import { LinkButton } from "../../ui/LinkButton";
import { Frame } from "./Frame";
import { ForItsMakers } from "./ForItsMakers";

// There is no app that could be told: nothing leaves this page.
export function WrongLink({ fault }: { fault: string | null }) {
  return (
    <Frame title={t("This link is not right")} footer={<LinkButton to="/">{t("Go to my accounts")}</LinkButton>}>
      <p>{t("Another program has sent you here to be let into Lanyard, and Lanyard does not know it. Nothing was sent anywhere, and nothing was let in. Begin again in that program, or ask whoever makes it.")}</p>
      <ForItsMakers fault={fault} />
    </Frame>
  );
}
