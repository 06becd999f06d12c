import type { Section } from "../../gen/types";
import { t } from "../../text";
import { TextLink } from "../../ui/TextLink";
import { screens } from "../shell/screens";
import { sectionTitle } from "../shell/sections";
import { useAccount } from "../shell/viewer";

// Leads to where a box is mended.
export function MendLink({ section, client }: { section: Section; client: string }) {
  const { id: account, mayView } = useAccount();
  const screen = screens.find((one) => one.section === section);
  const title = sectionTitle(section);
  if (!screen || !mayView(section)) return <span className="text-ink-muted">{t("Mend it in {section}", { section: title })}</span>;
  if (section === "CLIENTS") {
    return (
      <TextLink to="/p/$account/clients/$client" params={{ account, client }}>
        {t("Open the client")}
      </TextLink>
    );
  }
  return (
    <TextLink to={`/p/$account/${screen.path}`} params={{ account }}>
      {t("Go to {section}", { section: title })}
    </TextLink>
  );
}
