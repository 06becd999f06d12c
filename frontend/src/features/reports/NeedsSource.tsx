import { Lock } from "lucide-react";
import type { Section } from "../../gen/types";
import { t } from "../../text";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { LinkButton } from "../../ui/LinkButton";
import { sectionTitle } from "../shell/sections";
import { useAccount } from "../shell/viewer";

// Stands in place of a report whose records the viewer may not see.
export function NeedsSource({ section }: { section: Section }) {
  const { id: account } = useAccount();
  return (
    <Card>
      <EmptyState
        icon={Lock}
        title={t("This report needs View Only to {section}", { section: sectionTitle(section) })}
        action={
          <LinkButton to="/p/$account/my-access" params={{ account }}>
            {t("See my access")}
          </LinkButton>
        }
      >
        {t("Its figures are of that section, and you have No Access to it.")}
      </EmptyState>
    </Card>
  );
}
