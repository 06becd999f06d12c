import { BadgeCheck } from "lucide-react";
import { t } from "../../text";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { LevelBadge } from "../../ui/LevelBadge";
import { TextLink } from "../../ui/TextLink";
import { screens } from "../shell/screens";
import { sectionTitle } from "../shell/sections";
import { useAccount } from "../shell/viewer";
import { sectionPurpose } from "./sectionPurpose";

// The sections that may be entered here, as in the menu, with what may be done in them.
export function SectionsCard() {
  const account = useAccount();
  const entered = screens.filter(({ section }) => account.mayView(section));
  return (
    <Card
      title={t("Sections")}
      actions={
        <TextLink to="/p/$account/my-access" params={{ account: account.id }}>
          {t("My Access to all thirteen")}
        </TextLink>
      }
      isFlush
    >
      {entered.length === 0 && (
        <EmptyState icon={BadgeCheck} title={t("There is nothing here for you to open yet")} isCompact>
          {t("You can change your password, see your sign-ins and read in My Access what you may do.")}
        </EmptyState>
      )}
      <ul className="grid desk:grid-cols-2">
        {entered.map(({ section, path, icon: Icon }) => (
          <li key={section} className="-mb-px flex items-start gap-3 border-b border-line px-5 py-3.5 phone:px-4 desk:odd:border-r">
            <Icon aria-hidden size={18} className="mt-0.5 shrink-0 text-ink-muted" />
            <div className="min-w-0 flex-1">
              <TextLink to={`/p/$account/${path}`} params={{ account: account.id }}>
                {sectionTitle(section)}
              </TextLink>
              <p className="text-sm text-ink-muted">{sectionPurpose[section]()}</p>
            </div>
            <LevelBadge level={account.level(section)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
